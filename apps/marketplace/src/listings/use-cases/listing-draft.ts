import { newId } from '@jaki/kernel';
import { OfferNotFound, OfferTwice } from '../domain/errors.js';
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

/**
 * The offers, each with an id, and what there is of each new one.
 *
 * @param own of the listing: no other may be named
 * @throws OfferNotFound, OfferTwice
 */
export function identified(
  drafts: readonly OfferDraft[],
  { own, at }: { readonly own: readonly Offer[]; readonly at: Date },
): { offers: Offer[]; stocked: readonly (readonly [OfferId, bigint])[] } {
  refuseForeign(drafts, own);
  const all = drafts.map(({ onHand, id, ...terms }) => {
    return { fresh: id === undefined && onHand > 0n, onHand, offer: { ...terms, id: id ?? newId<'offer'>(at) } };
  });
  return {
    offers: all.map(({ offer }) => offer),
    stocked: all.filter(({ fresh }) => fresh).map(({ offer, onHand }) => [offer.id, onHand] as const),
  };
}

/** Another seller's offer must not be changed, nor one be said twice. */
function refuseForeign(drafts: readonly OfferDraft[], own: readonly Offer[]): void {
  const named = drafts.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const known = new Set(own.map(({ id }) => id));
  if (named.some((id) => !known.has(id))) throw new OfferNotFound();
  if (new Set(named).size < named.length) throw new OfferTwice();
}
