import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rupiah } from '@jaki/kernel';
import { categories, categoryCodes } from './categories.js';
import { amountOf, type Unit, unitCodes, units } from './units.js';

// By hand, so that the code's own numbers do not witness for themselves.
const per: Record<Unit, bigint> = {
  piece: 1n,
  porsi: 1n,
  ikat: 1n,
  ekor: 1n,
  pasang: 1n,
  lusin: 12n,
  kodi: 20n,
  g: 1n,
  ons: 100n,
  kg: 1_000n,
  liter: 1_000n,
};

const anyUnit = fc.constantFrom(...unitCodes);
const anyPrice = fc.bigInt({ min: 1n, max: 100_000_000n }).map(rupiah);
const anyQuantity = fc.bigInt({ min: 0n, max: 10_000_000n });

describe('what so much costs', () => {
  it.each<[Unit, price: number, quantity: bigint, amount: bigint]>([
    ['piece', 1_500, 3n, 4_500n],
    ['lusin', 30_000, 12n, 30_000n],
    ['lusin', 30_000, 1n, 2_500n],
    ['lusin', 30_000, 30n, 75_000n],
    ['kodi', 100_000, 20n, 100_000n],
    ['kg', 12_000, 1_000n, 12_000n],
    ['kg', 12_000, 250n, 3_000n],
    ['ons', 8_000, 250n, 20_000n],
    ['liter', 14_000, 1_500n, 21_000n],
    ['kg', 0, 999n, 0n],
    ['kg', 12_000, 0n, 0n],
  ])('by the %s at %d, of %d in the base, is %d', (unit, price, quantity, amount) => {
    expect(amountOf({ unit, price: rupiah(price) }, quantity)).toBe(amount);
  });

  it.each<[quantity: bigint, amount: bigint]>([
    [499n, 0n],
    [500n, 1n],
    [501n, 1n],
    [1_499n, 1n],
    [1_500n, 2n],
    [2_500n, 3n],
  ])('is rounded to the nearest rupiah, half of one up: %d grams at 1 a kilogram cost %d', (quantity, amount) => {
    expect(amountOf({ unit: 'kg', price: rupiah(1) }, quantity)).toBe(amount);
  });

  it('is rounded once a line, not once a step', () => {
    const offer = { unit: 'lusin', price: rupiah(10_000) } as const;
    expect(amountOf(offer, 1n)).toBe(833n);
    expect(amountOf(offer, 12n)).toBe(10_000n);
  });

  it('is never off by more than half a rupiah', () => {
    fc.assert(
      fc.property(anyUnit, anyPrice, anyQuantity, (unit, price, quantity) => {
        const exact = price * quantity;
        const off = amountOf({ unit, price }, quantity) * per[unit] - exact;
        expect(2n * off <= per[unit] && 2n * off > -per[unit]).toBe(true);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('of whole units is the price of each, added up', () => {
    const count = fc.bigInt({ min: 0n, max: 5_000n });
    fc.assert(
      fc.property(anyUnit, anyPrice, count, count, (unit, price, some, more) => {
        const cost = (units: bigint) => amountOf({ unit, price }, units * per[unit]);
        expect(cost(some)).toBe(price * some);
        expect(cost(some + more)).toBe(cost(some) + cost(more));
      }),
      { numRuns: 1_000, seed: 8 },
    );
  });

  it('is not less for more', () => {
    fc.assert(
      fc.property(anyUnit, anyPrice, anyQuantity, (unit, price, quantity) => {
        expect(amountOf({ unit, price }, quantity + 1n)).toBeGreaterThanOrEqual(amountOf({ unit, price }, quantity));
      }),
      { numRuns: 1_000, seed: 9 },
    );
  });
});

describe('units and categories', () => {
  it('have names of their own in both languages', () => {
    for (const labels of [Object.values(units), Object.values(categories)]) {
      expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
      expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
    }
  });

  it('are those of these codes', () => {
    expect(unitCodes).toEqual(Object.keys(per));
    expect(categoryCodes).toContain('prepared_food');
    expect(categoryCodes).toHaveLength(14);
  });
});
