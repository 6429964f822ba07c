import { Module } from '@nestjs/common';
import { AcquirerModule } from '../acquirer/acquirer.module.js';
import { CallbackController } from './http/callback.controller.js';
import { AskAcquirer } from './use-cases/ask-acquirer.js';
import { ExpirePayments } from './use-cases/expire-payments.js';
import { HearCallback } from './use-cases/hear-callback.js';
import { SendRefunds } from './use-cases/send-refunds.js';
import { TakeMoney } from './use-cases/take-money.js';

/** Payments: what the acquirer says came, what was not paid in time, what goes back. */
@Module({
  imports: [AcquirerModule],
  controllers: [CallbackController],
  providers: [HearCallback, AskAcquirer, ExpirePayments, SendRefunds, TakeMoney],
})
export class PaymentsModule {}
