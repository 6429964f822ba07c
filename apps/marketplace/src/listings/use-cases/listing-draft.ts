import { newId } from '@jaki/kernel';
import type { Offer, OfferId, OfferTerms, Words } from '../domain/listing.js';

/** An offer as its owner says it: one that is there already by its id. */
export interface OfferDraft extends OfferTerms {
  readonly id?: OfferId | undefined;
  /** What there is of a new one, in the unit's base. */
  readonly onHand: bigint;
}

/** A listing as its owner says it. */
export interface ListingDraft extends Words {
  readonly offers: readonly OfferDraft[];
}

/** The offers, each with an id, and what there is of each new one. */
export function identified(
  drafts: readonly OfferDraft[],
  at: Date,
): { offers: Offer[]; stocked: readonly (readonly [OfferId, bigint])[] } {
  const all = drafts.map(({ onHand, id, ...terms }) => {
    return { fresh: id === undefined && onHand > 0n, onHand, offer: { ...terms, id: id ?? newId<'offer'>(at) } };
  });
  return {
    offers: all.map(({ offer }) => offer),
    stocked: all.filter(({ fresh }) => fresh).map(({ offer, onHand }) => [offer.id, onHand] as const),
  };
}
