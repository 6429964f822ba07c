import type { PersonId, Rupiah } from '@jaki/kernel';
import type { BusinessId } from '../../businesses/domain/business.js';
import type { ListingId, Offer } from '../../listings/domain/listing.js';
import { amountOf } from '../../listings/domain/units.js';

/** What somebody means to buy, as it is offered now. */
export interface Line {
  readonly offer: Offer;
  readonly listingId: ListingId;
  readonly title: string;
  readonly seller: { readonly id: BusinessId; readonly name: string; readonly owner: PersonId };
  /** Shown, and of a verified business. */
  readonly forSale: boolean;
  /** How much can be had, in the unit's base. */
  readonly free: bigint;
  readonly quantity: bigint;
  /** The price when it was put into the basket. */
  readonly seen: Rupiah;
}

/** Why a line cannot be bought as it stands. */
export type Problem = 'not_for_sale' | 'own_goods' | 'quantity_not_offered' | 'price_rose' | 'too_little_left';

/** What is wrong with a line, the gravest first; undefined when it can be bought. A lower price is nobody's problem. */
export function problemOf(
  { offer, seller, forSale, free, quantity, seen }: Line,
  buyer: PersonId,
): Problem | undefined {
  if (!forSale) return 'not_for_sale';
  if (seller.owner === buyer) return 'own_goods';
  if (!isOffered(offer, quantity)) return 'quantity_not_offered';
  if (offer.price > seen) return 'price_rose';
  return quantity > free ? 'too_little_left' : undefined;
}

/** Whether so much can be ordered at all: a multiple of the step, the minimum at least, and worth a rupiah. */
export function isOffered(offer: Pick<Offer, 'step' | 'minimum' | 'price' | 'unit'>, quantity: bigint): boolean {
  return quantity >= offer.minimum && quantity % offer.step === 0n && amountOf(offer, quantity) > 0n;
}

/** Lines of one seller each, in the order in which sellers come first. */
export function bySeller(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const groups = new Map<BusinessId, [Line, ...Line[]]>();
  for (const line of lines) {
    const group = groups.get(line.seller.id);
    if (group === undefined) groups.set(line.seller.id, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}
