import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rupiah } from '@jaki/kernel';
import { allStates } from '../../../test/worlds/payments.js';
import { judge, type Verdict } from './receipt.js';
import type { State } from './states.js';

const ASKED = 80_000n;

const judged = (state: State, amount: bigint, goodsAreThere = false) =>
  judge({ state, amount: rupiah(ASKED) }, { amount: rupiah(amount), goodsAreThere });

type Row = [State, 'there' | 'gone', bigint, Verdict, pays: boolean, back: bigint];

/** What is so whether the goods are there or not. */
const both = (state: State, ...rest: [bigint, Verdict, boolean, bigint]): Row[] => [
  [state, 'there', ...rest],
  [state, 'gone', ...rest],
];

describe('money that came for a payment', () => {
  it.each<Row>([
    ...both('pending', 79_999n, 'short', false, 79_999n),
    ...both('pending', 80_000n, 'paid', true, 0n),
    ...both('pending', 80_001n, 'surplus', true, 1n),
    ...both('pending', 160_000n, 'surplus', true, 80_000n),
    ...both('expired', 79_999n, 'short', false, 79_999n),
    ['expired', 'there', 80_000n, 'revived', true, 0n],
    ['expired', 'there', 80_001n, 'revived', true, 1n],
    ['expired', 'gone', 80_000n, 'late', false, 80_000n],
    ['expired', 'gone', 80_001n, 'late', false, 80_001n],
    ...both('failed', 79_999n, 'short', false, 79_999n),
    ['failed', 'there', 80_000n, 'revived', true, 0n],
    ['failed', 'there', 80_001n, 'revived', true, 1n],
    ['failed', 'gone', 80_000n, 'late', false, 80_000n],
    ['failed', 'gone', 80_001n, 'late', false, 80_001n],
    ...both('cancelled', 79_999n, 'late', false, 79_999n),
    ...both('cancelled', 80_000n, 'late', false, 80_000n),
    ...both('cancelled', 80_001n, 'late', false, 80_001n),
    ...both('paid', 79_999n, 'double', false, 79_999n),
    ...both('paid', 80_000n, 'double', false, 80_000n),
    ...both('paid', 80_001n, 'double', false, 80_001n),
  ])('that is %s, its goods %s, of %d rupiah, is %s: it pays %s, back go %d', (state, goods, amount, ...judgement) => {
    const [verdict, pays, back] = judgement;
    expect(judged(state, amount, goods === 'there')).toEqual({ verdict, pays, back });
  });

  it('pays what was asked, if it pays, and all the rest goes back, whatever it is', () => {
    const sum = fc.bigInt({ min: 1n, max: 10_000_000n });
    const near = sum.chain((asked) =>
      fc.record({ asked: fc.constant(asked), came: fc.oneof(sum, fc.constantFrom(asked - 1n, asked, asked + 1n)) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...allStates), near, fc.boolean(), (state, { asked, came }, goodsAreThere) => {
        const payment = { state, amount: rupiah(asked) };
        const { pays, back } = judge(payment, { amount: rupiah(came), goodsAreThere });
        expect((pays ? asked : 0n) + back).toBe(came);
        expect(back).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
