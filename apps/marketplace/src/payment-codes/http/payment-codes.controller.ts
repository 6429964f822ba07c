import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, NaturallyIdempotent, Public, Requires, UuidPipe } from '@jaki/platform';
import type { BusinessId } from '../../businesses/domain/business.js';
import { StepTakenView } from '../../businesses/http/application.dto.js';
import { PaymentCodes } from '../queries/payment-codes.js';
import { PaymentCodeView, ScannedCodeView } from '../queries/views.dto.js';
import { RegisterPaymentCode } from '../use-cases/register-payment-code.js';
import { billOf, BillQuery, QrisCodeDto } from './payment-codes.dto.js';

/** By which QRIS code a business is paid. */
@Controller('v1/businesses/:id')
export class PaymentCodesController {
  constructor(
    private readonly registering: RegisterPaymentCode,
    private readonly codes: PaymentCodes,
  ) {}

  /** Say which static QRIS code customers pay by; it replaces the one before */
  @Post('qris')
  @HttpCode(200)
  @Requires('citizen')
  @ApiOkResponse({ type: StepTakenView })
  register(@Param('id', UuidPipe) id: BusinessId, @Body() { code }: QrisCodeDto, @By() by: By): Promise<StepTakenView> {
    return this.registering.execute({ id, ...by, code });
  }

  /** The code as text; with an amount, made out for it */
  @Get('qris')
  @Public()
  @ApiOkResponse({ type: PaymentCodeView })
  show(@Param('id', UuidPipe) id: BusinessId, @Query() bill: BillQuery): Promise<PaymentCodeView> {
    return this.codes.show(id, billOf(bill));
  }

  /** The code as a picture */
  @Get('qris.svg')
  @Public()
  @Header('content-type', 'image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  draw(@Param('id', UuidPipe) id: BusinessId, @Query() bill: BillQuery): Promise<string> {
    return this.codes.draw(id, billOf(bill));
  }

  /** Is a scanned code this business's own, or was another pasted over it? */
  @Post('qris/check')
  @HttpCode(200)
  @Public()
  @NaturallyIdempotent('it changes nothing')
  @ApiOkResponse({ type: ScannedCodeView })
  check(@Param('id', UuidPipe) id: BusinessId, @Body() { code }: QrisCodeDto): Promise<ScannedCodeView> {
    return this.codes.judge(id, code);
  }
}
