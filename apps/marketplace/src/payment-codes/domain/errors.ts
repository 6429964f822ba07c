import { DomainError } from '@jaki/kernel';

export class PaymentCodeNotStatic extends DomainError {
  readonly code = 'payment_code_not_static';
  readonly kind = 'invalid';
  constructor() {
    super('Give the static code of your sticker, the one without an amount.');
  }
}

/** It has none, or it is not for everybody to see now. */
export class PaymentCodeNotFound extends DomainError {
  readonly code = 'payment_code_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such business, or customers cannot pay it by QRIS here.');
  }
}
