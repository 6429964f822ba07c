import { describe, expect, it } from '@jest/globals';
import { newId, rupiah } from '@jaki/kernel';
import { AT } from '../../../test/world.js';
import { attempt, known, type Later, listingIn, offer, people, seller, words } from '../../../test/worlds/listings.js';
import type { State as BusinessState } from '../../businesses/domain/states.js';
import { draft, reprice, revise } from './decisions.js';
import {
  BusinessNotVerified,
  ListingNotFound,
  OfferNamesNeeded,
  OfferNotFound,
  StockChanged,
  StockTooLow,
  UnitFixed,
} from './errors.js';
import type { Offer } from './listing.js';
import type { State } from './states.js';

const { owner, kelurahan, citizen } = people;
const unverified: BusinessState[] = ['submitted', 'returned', 'refused', 'suspended', 'closed'];
const of = (state: BusinessState) => ({ ...seller, state });

/** Offers with these names; undefined for one that has none. */
const called = (...names: (string | undefined)[]): Offer[] =>
  names.map((name) => ({ ...offer, id: newId<'offer'>(), ...(name !== undefined && { name }) }));

describe.each(unverified)('a business that is %s', (state) => {
  it.each<[Later, State]>([
    ['submit', 'draft'],
    ['approve', 'submitted'],
    ['resume', 'paused'],
  ])('has no %s of a listing that is %s', (command, from) => {
    const listing = listingIn(from, { seller: of(state) });
    const act = () => attempt(command, listing, command === 'approve' ? kelurahan : owner);
    expect(act).toThrow(BusinessNotVerified);
    expect(act).toThrow(expect.objectContaining({ kind: 'conflict', details: { state } }));
  });

  it('begins none', () => {
    expect(() => draft({ ...known, seller: of(state) }, { actor: owner, at: AT })).toThrow(BusinessNotVerified);
  });

  it('can still change what is not shown, and take its listings off', () => {
    const rest: [Later, State, typeof owner | typeof kelurahan][] = [
      ['revise', 'draft', owner],
      ['pause', 'published', owner],
      ['refuse', 'published', kelurahan],
      ['withdraw', 'published', owner],
    ];
    for (const [command, from, actor] of rest)
      expect(() => attempt(command, listingIn(from, { seller: of(state) }), actor)).not.toThrow();
  });

  it('is no news to those who may not ask', () => {
    const act = () => draft({ ...known, seller: of(state) }, { actor: citizen, at: AT });
    expect(act).toThrow(expect.objectContaining({ code: 'not_the_owner' }));
  });
});

describe('the offers of a listing', () => {
  it.each([
    ['one without a name', called(undefined)],
    ['one with a name', called('besar')],
    ['two with names of their own', called('besar', 'kecil')],
    ['three with names of their own', called('besar', 'sedang', 'kecil')],
  ])('may be %s', (_what, offers) => {
    const by = { actor: owner, at: AT };
    expect(draft({ ...known, offers }, by).next.offers).toEqual(offers);
    expect(revise(listingIn('draft'), { ...words, offers }, by).next.offers).toEqual(offers);
  });

  it.each([
    ['two without a name', called(undefined, undefined)],
    ['one of two without a name', called('besar', undefined)],
    ['two of one name', called('besar', 'besar')],
    ['two of one name but for its case', called('Besar', 'bESAR')],
    ['two of three of one name', called('besar', 'kecil', 'besar')],
  ])('may not be %s', (_what, offers) => {
    const by = { actor: owner, at: AT };
    expect(() => draft({ ...known, offers }, by)).toThrow(OfferNamesNeeded);
    expect(() => revise(listingIn('paused'), { ...words, offers }, by)).toThrow(OfferNamesNeeded);
  });

  it('keep their units when they are revised: stock and baskets count in them', () => {
    const before = listingIn('draft');
    const changed = before.offers.map((each) => ({ ...each, unit: 'kg' as const }));
    expect(() => revise(before, { ...words, offers: changed }, { actor: owner, at: AT })).toThrow(UnitFixed);
  });

  it('are repriced one by one', () => {
    const [large, small] = called('besar', 'kecil') as [Offer, Offer];
    const listing = listingIn('published', { offers: [large, small] });
    const { next } = reprice(listing, { offerId: small.id, price: rupiah(9_000) }, { actor: owner, at: AT });
    expect(next.offers).toEqual([large, { ...small, price: 9_000n }]);
    expect(listing.offers).toEqual([large, small]);
  });

  it('are repriced in their own listing alone', () => {
    const foreign = { offerId: newId<'offer'>(), price: rupiah(9_000) };
    expect(() => reprice(listingIn('published'), foreign, { actor: owner, at: AT })).toThrow(OfferNotFound);
    expect(() => reprice(listingIn('published'), foreign, { actor: citizen, at: AT })).toThrow(
      expect.objectContaining({ code: 'not_the_owner' }),
    );
  });
});

describe('what is refused', () => {
  it.each([
    [new ListingNotFound(), { code: 'listing_not_found', kind: 'not_found', details: {} }],
    [new OfferNotFound(), { code: 'offer_not_found', kind: 'not_found', details: {} }],
    [new OfferNamesNeeded(), { code: 'offer_names_needed', kind: 'invalid', details: {} }],
    [new StockTooLow(3n), { code: 'stock_too_low', kind: 'conflict', details: { free: 3 } }],
    [new StockChanged(7n), { code: 'stock_changed', kind: 'conflict', details: { onHand: 7 } }],
  ])('is told so that a program can read it: %s', (error, told) => {
    expect(error).toMatchObject(told);
  });
});
