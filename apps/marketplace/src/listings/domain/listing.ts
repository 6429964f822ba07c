import type { FactStamp, Id, PersonId, RecipientSeal, RegionCode, Rupiah } from '@jaki/kernel';
import type { BusinessId } from '../../businesses/domain/business.js';
import type { State as BusinessState } from '../../businesses/domain/states.js';
import type { Category } from './categories.js';
import type { State } from './states.js';
import type { Unit } from './units.js';

export type ListingId = Id<'listing'>;
export type OfferId = Id<'offer'>;

/** A variant that can be ordered. Quantities are whole, in the unit's base: grams for kg. */
export interface OfferTerms {
  /** Tells it from the listing's others; absent when there is one alone. */
  readonly name?: string;
  readonly unit: Unit;
  /** For one unit. */
  readonly price: Rupiah;
  /** Ordered in multiples of it. */
  readonly step: bigint;
  readonly minimum: bigint;
}

export interface Offer extends OfferTerms {
  readonly id: OfferId;
}

/** What the owner says of it. */
export interface Words {
  readonly title: string;
  readonly description: string;
  readonly category: Category;
}

/** The business that it belongs to, as far as decisions about a listing need it. */
export interface Seller {
  readonly id: BusinessId;
  readonly name: string;
  readonly owner: PersonId;
  readonly region: RegionCode;
  readonly state: BusinessState;
  readonly recipient?: RecipientSeal;
}

/** What is true of a listing in every state; `version` counts the facts about it. */
interface Known extends Words {
  readonly id: ListingId;
  /** What people call it by: `L000123`. */
  readonly number: string;
  readonly seller: Seller;
  readonly version: number;
  readonly offers: readonly Offer[];
}

export type ListingIn<S extends State> = Known & { readonly state: S };
export type Listing = { [S in State]: ListingIn<S> }[State];

/** What happened, without when and by whom. Each is called as its event is. */
export interface FactBody {
  readonly type:
    'drafted' | 'revised' | 'submitted' | 'published' | 'refused' | 'paused' | 'resumed' | 'repriced' | 'withdrawn';
}

export type Fact = FactBody & FactStamp;

/** What a step leads to: the listing after it, and what there is to tell. */
export interface Decision<Next extends Listing = Listing> {
  readonly next: Next;
  readonly facts: readonly Fact[];
}
