import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Limited, Requires, UuidPipe } from '@jaki/platform';
import { ReasonDto, StepTakenView } from '../../businesses/http/application.dto.js';
import type { OrderId } from '../../order/domain/order.js';
import { handingOver } from '../quotas.js';
import { FulfilOrder } from '../use-cases/fulfil-order.js';
import { PickupCodeDto } from './orders.dto.js';

/** What sellers do about orders. */
@Controller('v1/orders/:id')
@Requires('citizen')
@ApiOkResponse({ type: StepTakenView })
export class FulfillingController {
  constructor(private readonly orders: FulfilOrder) {}

  /** Take it on */
  @Post('accept')
  @HttpCode(200)
  accept(@Param('id', UuidPipe) id: OrderId, @By() by: By): Promise<StepTakenView> {
    return this.orders.accept({ id, ...by });
  }

  /** Do not take it on: the money goes back */
  @Post('decline')
  @HttpCode(200)
  decline(@Param('id', UuidPipe) id: OrderId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.orders.decline({ id, ...by, note: reason });
  }

  /** It can be fetched */
  @Post('ready')
  @HttpCode(200)
  makeReady(@Param('id', UuidPipe) id: OrderId, @By() by: By): Promise<StepTakenView> {
    return this.orders.makeReady({ id, ...by });
  }

  /** It cannot be fulfilled after all: the money goes back */
  @Post('call-off')
  @HttpCode(200)
  callOff(@Param('id', UuidPipe) id: OrderId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.orders.callOff({ id, ...by, note: reason });
  }

  /** The buyer is here and shows the code */
  @Post('hand-over')
  @HttpCode(200)
  @Limited(handingOver)
  handOver(@Param('id', UuidPipe) id: OrderId, @Body() { code }: PickupCodeDto, @By() by: By): Promise<StepTakenView> {
    return this.orders.handOver({ id, ...by, code });
  }
}
