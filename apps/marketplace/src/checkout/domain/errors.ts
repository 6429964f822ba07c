import { DomainError } from '@jaki/kernel';
import type { Problem } from './basket.js';

/** A line that cannot be bought as it stands, and what the buyer needs to know of it. */
export interface LineProblem {
  readonly offerId: string;
  readonly problem: Problem;
  /** The price when it was put into the basket, whole rupiah. */
  readonly seen: number;
  /** The price now. */
  readonly price: number;
  /** How much can be had now, in the unit's base. */
  readonly free: number;
}

export class BasketEmpty extends DomainError {
  readonly code = 'basket_empty';
  readonly kind = 'conflict';
  constructor() {
    super('There is nothing in the basket.');
  }
}

/** Something is not as the buyer saw it: nothing is ordered. `details.lines` says what, line by line. */
export class BasketChanged extends DomainError {
  readonly code = 'basket_changed';
  readonly kind = 'conflict';
  constructor(lines: readonly LineProblem[]) {
    super('Something in the basket cannot be bought as you saw it. Look at it again, then check out.', { lines });
  }
}

export class BasketFull extends DomainError {
  readonly code = 'basket_full';
  readonly kind = 'conflict';
  constructor(most: number) {
    super(`A basket has ${most} lines at most.`, { most });
  }
}

/** `details` says what can be ordered, in the unit's base. */
export class QuantityNotOffered extends DomainError {
  readonly code = 'quantity_not_offered';
  readonly kind = 'invalid';
  constructor(step: bigint, minimum: bigint) {
    super('So much of it is not sold.', { step: Number(step), minimum: Number(minimum) });
  }
}

/** What one QRIS payment may be at most. */
export class AmountTooHigh extends DomainError {
  readonly code = 'amount_too_high';
  readonly kind = 'conflict';
  constructor(most: number) {
    super('One QRIS payment cannot be so high: check out in parts.', { most });
  }
}

/** Nobody may learn whether the checkout exists. */
export class CheckoutNotFound extends DomainError {
  readonly code = 'checkout_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such checkout, or it is not for you to see.');
  }
}

/** There is none (yet): the acquirer could not be asked, or there is nothing to pay any more. */
export class QrNotThere extends DomainError {
  readonly code = 'qr_not_there';
  readonly kind = 'not_found';
  constructor() {
    super('There is no QR code to pay by. Look at the checkout again: it may come.');
  }
}
