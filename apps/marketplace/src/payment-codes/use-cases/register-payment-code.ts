import { Injectable } from '@nestjs/common';
import { Steps, type StepTaken } from '@jaki/platform';
import { registerPaymentCode } from '../../businesses/domain/decisions.js';
import { businessSteps, type StepRequest } from '../../businesses/steps.js';
import { paymentCodeOf } from '../domain/payment-code.js';
import { savePaymentCode } from '../store/payment-code.store.js';

/** An owner says which QRIS code customers pay by. */
@Injectable()
export class RegisterPaymentCode {
  constructor(private readonly steps: Steps) {}

  /** @throws QrisNotReadable, PaymentCodeNotStatic, and whatever the decision refuses */
  execute(request: StepRequest & { readonly code: string }): Promise<StepTaken> {
    const code = paymentCodeOf(request.code);
    return this.steps.take(businessSteps, request, async (business, by, tx) => {
      const decision = registerPaymentCode(business, by);
      await savePaymentCode(tx, business.id, { ...code, at: by.at });
      return decision;
    });
  }
}
