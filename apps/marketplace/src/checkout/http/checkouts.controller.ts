import { Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { By, Caller, Limited, type Principal, Requires, UuidPipe } from '@jaki/platform';
import type { PaymentId } from '../../payment/domain/payment.js';
import { SeeCheckout } from '../queries/see-checkout.js';
import { CheckoutView } from '../queries/views.dto.js';
import { checkingOut } from '../quotas.js';
import { CheckOut } from '../use-cases/check-out.js';
import { GiveUpCheckout } from '../use-cases/give-up-checkout.js';

/** From a basket to orders and a payment. */
@Controller('v1/checkouts')
@Requires('citizen')
export class CheckoutsController {
  constructor(
    private readonly checkingOut: CheckOut,
    private readonly givingUp: GiveUpCheckout,
    private readonly one: SeeCheckout,
  ) {}

  /** Order all that is in the basket; a former checkout that is not paid ends */
  @Post()
  @Limited(checkingOut)
  @ApiCreatedResponse({ type: CheckoutView })
  async checkOut(@By() by: By, @Res({ passthrough: true }) reply: FastifyReply): Promise<CheckoutView> {
    const { id } = await this.checkingOut.execute(by);
    void reply.header('location', `/v1/checkouts/${id}`);
    return this.one.execute(id, by.actor.id);
  }

  /** How far it is */
  @Get(':id')
  @ApiOkResponse({ type: CheckoutView })
  see(@Param('id', UuidPipe) id: PaymentId, @Caller() caller: Principal): Promise<CheckoutView> {
    return this.one.execute(id, caller.id);
  }

  /** The QR code to pay by, as a picture */
  @Get(':id/qr.svg')
  @Header('content-type', 'image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  draw(@Param('id', UuidPipe) id: PaymentId, @Caller() caller: Principal): Promise<string> {
    return this.one.draw(id, caller.id);
  }

  /** Give it up before paying */
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckoutView })
  async giveUp(@Param('id', UuidPipe) id: PaymentId, @By() by: By): Promise<CheckoutView> {
    await this.givingUp.execute({ id, ...by });
    return this.one.execute(id, by.actor.id);
  }
}
