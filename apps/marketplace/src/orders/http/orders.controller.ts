import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Caller, type Page, PageQuery, type Principal, Requires, UuidPipe } from '@jaki/platform';
import { StepTakenView } from '../../businesses/http/application.dto.js';
import type { OrderId } from '../../order/domain/order.js';
import { FindOrder } from '../queries/find-order.js';
import { ListOrders } from '../queries/list-orders.js';
import { OrderDetailsView, OrderHistoryView, OrderListView, type OrderSummary } from '../queries/views.dto.js';
import { FollowOrder } from '../use-cases/follow-order.js';

/** Orders, for those who placed them and those who are to fulfil them. */
@Controller('v1/orders')
@Requires('citizen')
export class OrdersController {
  constructor(
    private readonly orders: ListOrders,
    private readonly one: FindOrder,
    private readonly following: FollowOrder,
  ) {}

  /** What the caller ordered, newest first */
  @Get('mine')
  @ApiOkResponse({ type: OrderListView })
  mine(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<OrderSummary>> {
    return this.orders.of(caller.id, query);
  }

  /** What was ordered from the caller's businesses, newest first */
  @Get('incoming')
  @ApiOkResponse({ type: OrderListView })
  incoming(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<OrderSummary>> {
    return this.orders.from(caller.id, query);
  }

  /** One order, for its buyer and its seller */
  @Get(':id')
  @ApiOkResponse({ type: OrderDetailsView })
  see(@Param('id', UuidPipe) id: OrderId, @Caller() viewer: Principal): Promise<OrderDetailsView> {
    return this.one.execute(id, viewer);
  }

  /** What happened to it */
  @Get(':id/history')
  @ApiOkResponse({ type: OrderHistoryView })
  history(@Param('id', UuidPipe) id: OrderId, @Caller() viewer: Principal): Promise<OrderHistoryView> {
    return this.one.history(id, viewer);
  }

  /** Cancel what the seller has not taken on: the money goes back */
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  cancel(@Param('id', UuidPipe) id: OrderId, @By() by: By): Promise<StepTakenView> {
    return this.following.cancel({ id, ...by });
  }

  /** It is as it should be */
  @Post(':id/complete')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  complete(@Param('id', UuidPipe) id: OrderId, @By() by: By): Promise<StepTakenView> {
    return this.following.complete({ id, ...by });
  }
}
