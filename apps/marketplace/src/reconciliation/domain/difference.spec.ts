import { describe, expect, it } from '@jest/globals';
import { rupiah } from '@jaki/kernel';
import { type DayBook, differencesBetween } from './difference.js';

const taken = (transactionId: string, amount: number) => ({ transactionId, reference: 'p', amount: rupiah(amount) });
const back = (reference: string, amount: number) => ({ reference, amount: rupiah(amount) });
const book = (of: Partial<DayBook>): DayBook => ({ taken: [], back: [], ...of });

/** `kind reference ours theirs` */
const told = (ours: Partial<DayBook>, theirs: Partial<DayBook>) =>
  differencesBetween(book(ours), book(theirs)).map(
    (each) => `${each.kind} ${each.reference} ${each.ours} ${each.theirs}`,
  );

describe('the reconciliation of a day', () => {
  it('finds nothing where both books say the same, in whatever order', () => {
    const one = { taken: [taken('a', 5), taken('b', 7)], back: [back('p', 3), back('p', 2)] };
    const other = { taken: [taken('b', 7), taken('a', 5)], back: [back('p', 5)] };
    expect(told(one, other)).toEqual([]);
    expect(told({}, {})).toEqual([]);
  });

  it('finds money that one of the two does not know of', () => {
    expect(told({ taken: [taken('a', 5)] }, { taken: [taken('b', 7)] })).toEqual([
      'not_with_acquirer a 5 0',
      'not_with_us b 0 7',
    ]);
  });

  it('finds another amount of one transaction', () => {
    expect(told({ taken: [taken('a', 5)] }, { taken: [taken('a', 6)] })).toEqual(['amount_differs a 5 6']);
  });

  it('finds what went back of a payment on one side alone, or not in full', () => {
    const [ours, theirs] = [
      { back: [back('p', 5), back('q', 4)] },
      { back: [back('p', 3), back('p', 1), back('r', 2)] },
    ];
    expect(told(ours, theirs)).toEqual(['refund_differs p 5 4', 'refund_differs q 4 0', 'refund_differs r 0 2']);
  });
});
