import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rupiah } from '@jaki/kernel';
import { mdrOf } from './mdr.js';

const fee = (amount: number, criteria?: string) => mdrOf(rupiah(amount), criteria);

describe('what a merchant pays for being paid by QRIS', () => {
  it.each([
    [0, 0n],
    [1, 0n],
    [500_000, 0n],
    [500_001, 1_500n],
    [500_334, 1_501n],
    [10_000_000, 30_000n],
  ])('is, of a micro one, for %d rupiah %d: nothing up to 500 000, then 0.3 %% of all', (amount, mdr) => {
    expect(fee(amount, 'UMI')).toBe(mdr);
  });

  it.each(['UKE', 'UME', 'UBE'])('is, of one that is %s, 0.7 %% from the first rupiah', (criteria) => {
    expect([0, 142, 143, 1_000, 500_000, 500_001].map((amount) => fee(amount, criteria))).toEqual([
      0n,
      0n,
      1n,
      7n,
      3_500n,
      3_500n,
    ]);
  });

  it.each(['XYZ', 'URE', '', 'umi', 'uke', 'constructor', '__proto__'])(
    'is, of one that is %j, what a micro one pays',
    (criteria) => {
      expect([500_000, 500_001].map((amount) => fee(amount, criteria))).toEqual([0n, 1_500n]);
    },
  );

  it('is, of one that told no size, what a micro one pays', () => {
    expect([500_000, 500_001].map((amount) => fee(amount))).toEqual([0n, 1_500n]);
  });

  it('is rounded down, and never more than 0.7 % of what came', () => {
    const size = fc.constantFrom('UMI', 'UKE', 'UME', 'UBE', 'XYZ', undefined);
    fc.assert(
      fc.property(fc.nat(100_000_000), size, (amount, criteria) => {
        const mdr = fee(amount, criteria);
        expect(mdr >= 0n && mdr * 1_000n <= BigInt(amount) * 7n).toBe(true);
      }),
      { seed: 11 },
    );
  });
});
