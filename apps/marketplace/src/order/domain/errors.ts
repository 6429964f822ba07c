import { DomainError } from '@jaki/kernel';

/** Nobody may learn whether the order exists. */
export class OrderNotFound extends DomainError {
  readonly code = 'order_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such order, or it is not for you to see.');
  }
}

export class WrongPickupCode extends DomainError {
  readonly code = 'wrong_pickup_code';
  readonly kind = 'invalid';
  constructor() {
    super('That is not the code of this order: ask the buyer to show it.');
  }
}
