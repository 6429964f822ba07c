import { DomainError } from '@jaki/kernel';

/** Nobody may learn whether the listing exists. */
export class ListingNotFound extends DomainError {
  readonly code = 'listing_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such listing, or it is not for you to see.');
  }
}

export class OfferNotFound extends DomainError {
  readonly code = 'offer_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such offer, or it is not for you to see.');
  }
}

/** A business sells once it is verified, and while it is. */
export class BusinessNotVerified extends DomainError {
  readonly code = 'business_not_verified';
  readonly kind = 'conflict';
  constructor(state: string) {
    super('Only a verified business offers something.', { state });
  }
}

/** Buyers tell offers of one listing apart by their names. */
export class OfferNamesNeeded extends DomainError {
  readonly code = 'offer_names_needed';
  readonly kind = 'invalid';
  constructor() {
    super('Several offers of one listing each have a name of their own.');
  }
}

export class OfferTwice extends DomainError {
  readonly code = 'offer_twice';
  readonly kind = 'invalid';
  constructor() {
    super('Each offer is said once.');
  }
}

/** Its stock is counted in the unit, and baskets hold quantities of it. */
export class UnitFixed extends DomainError {
  readonly code = 'unit_fixed';
  readonly kind = 'conflict';
  constructor() {
    super('An offer keeps its unit: leave it out and add another one.');
  }
}

/** `details.free` is what is on hand and not held for a checkout. */
export class StockTooLow extends DomainError {
  readonly code = 'stock_too_low';
  readonly kind = 'conflict';
  constructor(free: bigint) {
    super('So much is not there to be taken away: what is held for checkouts stays.', { free: Number(free) });
  }
}

/** Somebody else counted, sold or restocked meanwhile: `details.onHand` is what is known now. */
export class StockChanged extends DomainError {
  readonly code = 'stock_changed';
  readonly kind = 'conflict';
  constructor(onHand: bigint) {
    super('The stock is not what you took it for: look again, then count.', { onHand: Number(onHand) });
  }
}
