import type { Rupiah } from '@jaki/kernel';
import { BusinessNotVerified, OfferNamesNeeded, OfferNotFound, UnitFixed } from './errors.js';
import type { Decision, Listing, ListingId, ListingIn, Offer, OfferId, Seller, Words } from './listing.js';
import { type By, life } from './workflow.js';

/** An owner begins a listing. @throws NotYourStep, BusinessNotVerified, OfferNamesNeeded */
export function draft(
  given: Words & {
    readonly id: ListingId;
    readonly number: string;
    readonly seller: Seller;
    readonly offers: readonly Offer[];
  },
  by: By,
): Decision<ListingIn<'draft'>> {
  const next = { ...given, state: 'draft', version: 0 } as const;
  // Whose it will be is known before it exists.
  if (!life.table.who.owner.may(by.actor, next)) life.beginNew('draft', by.actor);
  refuseUnverified(given.seller);
  refuseUnnamed(given.offers);
  return life.decide('draft', by, { next, facts: [{ type: 'drafted' }] });
}

/** The owner changes what is not shown. @throws IllegalTransition, NotYourStep, OfferNamesNeeded, UnitFixed */
export function revise(
  listing: Listing,
  given: Words & { readonly offers: readonly Offer[] },
  by: By,
): Decision<ListingIn<'draft'>> {
  const hidden = life.begin('revise', listing, by.actor);
  refuseUnnamed(given.offers);
  refuseOtherUnits(hidden.offers, given.offers);
  return life.decide('revise', by, { next: { ...hidden, ...given, state: 'draft' }, facts: [{ type: 'revised' }] });
}

/** The owner hands it in to be checked. @throws IllegalTransition, NotYourStep, BusinessNotVerified */
export function submit(listing: Listing, by: By): Decision<ListingIn<'submitted'>> {
  const drafted = life.begin('submit', listing, by.actor);
  refuseUnverified(drafted.seller);
  return life.decide('submit', by, { next: { ...drafted, state: 'submitted' }, facts: [{ type: 'submitted' }] });
}

/** An officer finds it in order: from now on it can be ordered. @throws BusinessNotVerified, IllegalTransition, NotYourStep */
export function approve(listing: Listing, by: By): Decision<ListingIn<'published'>> {
  const submitted = life.begin('approve', listing, by.actor);
  refuseUnverified(submitted.seller);
  return life.decide('approve', by, { next: { ...submitted, state: 'published' }, facts: [{ type: 'published' }] });
}

/** An officer refuses it or takes it off: the reason is the note. */
export function refuse(listing: Listing, by: By): Decision<ListingIn<'refused'>> {
  const seen = life.begin('refuse', listing, by.actor);
  return life.decide('refuse', by, { next: { ...seen, state: 'refused' }, facts: [{ type: 'refused' }] });
}

/** The owner takes it off for the time being. */
export function pause(listing: Listing, by: By): Decision<ListingIn<'paused'>> {
  const published = life.begin('pause', listing, by.actor);
  return life.decide('pause', by, { next: { ...published, state: 'paused' }, facts: [{ type: 'paused' }] });
}

/** The owner shows it again, as it was checked. @throws BusinessNotVerified, IllegalTransition, NotYourStep */
export function resume(listing: Listing, by: By): Decision<ListingIn<'published'>> {
  const paused = life.begin('resume', listing, by.actor);
  refuseUnverified(paused.seller);
  return life.decide('resume', by, { next: { ...paused, state: 'published' }, facts: [{ type: 'resumed' }] });
}

/** The owner changes the price of an offer that is shown; orders keep the price they were placed at. @throws OfferNotFound */
export function reprice(
  listing: Listing,
  { offerId, price }: { readonly offerId: OfferId; readonly price: Rupiah },
  by: By,
): Decision<ListingIn<'published'>> {
  const published = life.begin('reprice', listing, by.actor);
  if (!published.offers.some(({ id }) => id === offerId)) throw new OfferNotFound();
  const offers = published.offers.map((offer) => (offer.id === offerId ? { ...offer, price } : offer));
  return life.decide('reprice', by, { next: { ...published, offers }, facts: [{ type: 'repriced' }] });
}

/** The owner takes it off for good. */
export function withdraw(listing: Listing, by: By): Decision<ListingIn<'withdrawn'>> {
  const open = life.begin('withdraw', listing, by.actor);
  return life.decide('withdraw', by, { next: { ...open, state: 'withdrawn' }, facts: [{ type: 'withdrawn' }] });
}

function refuseUnverified({ state }: Seller): void {
  if (state !== 'verified') throw new BusinessNotVerified(state);
}

function refuseOtherUnits(before: readonly Offer[], after: readonly Offer[]): void {
  const units = new Map(before.map(({ id, unit }) => [id, unit]));
  if (after.some(({ id, unit }) => units.has(id) && units.get(id) !== unit)) throw new UnitFixed();
}

function refuseUnnamed(offers: readonly Offer[]): void {
  const names = new Set(offers.map(({ name }) => name?.toLowerCase()));
  const told = names.size === offers.length && (offers.length === 1 || !names.has(undefined));
  if (!told) throw new OfferNamesNeeded();
}
