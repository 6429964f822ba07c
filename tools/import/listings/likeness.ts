import { type NewListing, type NewOffer } from './goods.js';
import { type ListingDetails } from './marketplace.js';

/** Whether what is there is what the file says. */
export interface Likeness {
  /** All that an owner says of a listing. */
  readonly inWords: boolean;
  /** How much there is of each offer, which sales change. */
  readonly inStock: boolean;
}

export function likenessOf(there: ListingDetails, { description, category, offers }: NewListing): Likeness {
  const said = there.description.normalize('NFC') === description && there.category === category;
  const alike = there.offers.length === offers.length && offers.every((offer, n) => isLike(there.offers[n], offer));
  const inStock = offers.every(({ onHand = 0 }, n) => there.offers[n]?.free === onHand);
  return { inWords: said && alike, inStock };
}

function isLike(there: ListingDetails['offers'][number] | undefined, offer: NewOffer): boolean {
  if (there === undefined) return false;
  // As the platform fills in what is left out.
  const { name, unit, price, step = there.per, minimum = step } = offer;
  const sameTerms = there.unit === unit && there.price === price && there.step === step && there.minimum === minimum;
  return sameTerms && (there.name ?? undefined) === name;
}
