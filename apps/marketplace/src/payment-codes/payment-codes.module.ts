import { Module } from '@nestjs/common';
import { PaymentCodesController } from './http/payment-codes.controller.js';
import { PaymentCodes } from './queries/payment-codes.js';
import { RegisterPaymentCode } from './use-cases/register-payment-code.js';

/** By which QRIS code a business is paid: registered by its owner, shown to all, held against what is scanned. */
@Module({
  controllers: [PaymentCodesController],
  providers: [RegisterPaymentCode, PaymentCodes],
})
export class PaymentCodesModule {}
