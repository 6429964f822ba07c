import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PersonId, rupiah } from '@jaki/kernel';
import { actors, uuid } from '../../../test/world.js';
import { offer } from '../../../test/worlds/listings.js';
import type { BusinessId } from '../../businesses/domain/business.js';
import type { ListingId } from '../../listings/domain/listing.js';
import { bySeller, isOffered, type Line, type Problem, problemOf } from './basket.js';
import {
  AmountTooHigh,
  BasketChanged,
  BasketEmpty,
  BasketFull,
  CheckoutNotFound,
  QrNotThere,
  QuantityNotOffered,
} from './errors.js';

const buyer: PersonId = actors.citizen.id;

/** Two portions of ten, at the price that was seen. */
const line: Line = {
  offer,
  listingId: uuid(20) as ListingId,
  title: 'Soto Betawi',
  seller: { id: uuid(10) as BusinessId, name: 'Warung Bu Sri', owner: actors.owner.id },
  forSale: true,
  free: 10n,
  quantity: 2n,
  seen: offer.price,
};

// The gravest first, each with what makes it so and nothing else.
const faults: [Problem, Partial<Line>][] = [
  ['not_for_sale', { forSale: false }],
  ['own_goods', { seller: { ...line.seller, owner: buyer } }],
  ['quantity_not_offered', { offer: { ...offer, minimum: 3n } }],
  ['price_rose', { seen: rupiah(24_999) }],
  ['too_little_left', { free: 1n }],
];

describe('a line of a basket', () => {
  it('can be bought when nothing is wrong with it', () => {
    expect(problemOf(line, buyer)).toBeUndefined();
  });

  it.each(faults)('has the problem %s', (problem, fault) => {
    expect(problemOf({ ...line, ...fault }, buyer)).toBe(problem);
  });

  it('tells the gravest of its problems', () => {
    fc.assert(
      fc.property(fc.subarray(faults), (some) => {
        const broken = some.reduce<Line>((each, [, fault]) => ({ ...each, ...fault }), line);
        expect(problemOf(broken, buyer)).toBe(some[0]?.[0]);
      }),
      { seed: 14 },
    );
  });

  it('may be all that is left', () => {
    expect(problemOf({ ...line, free: 2n }, buyer)).toBeUndefined();
    expect(problemOf({ ...line, free: 0n }, buyer)).toBe('too_little_left');
  });

  it('has no problem with a price that fell', () => {
    expect(problemOf({ ...line, seen: rupiah(25_001) }, buyer)).toBeUndefined();
  });
});

describe('a quantity', () => {
  const perKilogram = { unit: 'kg', price: rupiah(12_000), step: 250n, minimum: 500n } as const;

  it.each<[bigint, boolean]>([
    [0n, false],
    [250n, false],
    [499n, false],
    [500n, true],
    [501n, false],
    [750n, true],
    [10_000n, true],
    [10_001n, false],
    [-500n, false],
  ])('of %d grams, sold from 500 in steps of 250, is offered: %s', (quantity, expected) => {
    expect(isOffered(perKilogram, quantity)).toBe(expected);
  });

  it('is offered when it is worth a rupiah, though it were within step and minimum', () => {
    const cheap = { unit: 'kg', price: rupiah(1), step: 1n, minimum: 1n } as const;
    expect([1n, 499n, 500n].map((quantity) => isOffered(cheap, quantity))).toEqual([false, false, true]);
  });

  it('need not be a multiple of the minimum, and the minimum need be none of the step', () => {
    const odd = { ...perKilogram, step: 300n };
    expect([500n, 600n, 900n].map((quantity) => isOffered(odd, quantity))).toEqual([false, true, true]);
  });
});

describe('the lines of a basket', () => {
  const at = (id: string, title: string): Line => ({
    ...line,
    title,
    seller: { ...line.seller, id: id as BusinessId },
  });
  const titles = (lines: Line[]) => bySeller(lines).map((group) => group.map(({ title }) => title));

  it('are put together by seller, sellers and lines in the order in which they came', () => {
    expect(titles([at('b', '1'), at('a', '2'), at('b', '3'), at('c', '4'), at('a', '5')])).toEqual([
      ['1', '3'],
      ['2', '5'],
      ['4'],
    ]);
  });

  it('are no groups when there are none', () => {
    expect(bySeller([])).toEqual([]);
  });

  it('are each in one group, and no group holds two sellers', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd').map((id) => at(id, id)));
    fc.assert(
      fc.property(some, (lines) => {
        const groups = bySeller(lines);
        expect(groups.map(([{ seller }]) => seller.id)).toEqual([...new Set(lines.map(({ seller }) => seller.id))]);
        for (const group of groups)
          expect(group).toEqual(lines.filter(({ seller }) => seller.id === group[0].seller.id));
      }),
      { seed: 15 },
    );
  });
});

describe('what is refused', () => {
  const changed = { offerId: offer.id, problem: 'price_rose', seen: 1, price: 2, free: 3 } as const;

  it.each([
    [new BasketEmpty(), { code: 'basket_empty', kind: 'conflict', details: {} }],
    [new BasketChanged([changed]), { code: 'basket_changed', kind: 'conflict', details: { lines: [changed] } }],
    [new BasketFull(50), { code: 'basket_full', kind: 'conflict', details: { most: 50 } }],
    [
      new QuantityNotOffered(250n, 500n),
      { code: 'quantity_not_offered', kind: 'invalid', details: { step: 250, minimum: 500 } },
    ],
    [new AmountTooHigh(10), { code: 'amount_too_high', kind: 'conflict', details: { most: 10 } }],
    [new CheckoutNotFound(), { code: 'checkout_not_found', kind: 'not_found', details: {} }],
    [new QrNotThere(), { code: 'qr_not_there', kind: 'not_found', details: {} }],
  ])('is told so that a program can read it: %s', (error, told) => {
    expect(error).toMatchObject(told);
  });
});
