import { describe, expect, it } from '@jest/globals';
import { type Books } from './books.js';
import { judgeMoney } from './money-counted.js';
import { judgeOrders } from './orders-counted.js';
import { judgeStock } from './stock-counted.js';

/** One payment of 500 for an order that the seller declined: all of it went back. */
const declined: Books = {
  payments: [{ id: 'pay', state: 'paid' }],
  orders: [{ id: 'order', payment: 'pay', state: 'declined', amount: 500, paid: true }],
  receipts: [{ id: 'receipt', payment: 'pay', transaction: 't1', amount: 500, verdict: 'paid' }],
  refunds: [{ id: 'refund', payment: 'pay', order: 'order', amount: 500, state: 'made' }],
  transfers: [
    { kind: 'receipt', reference: 'receipt', debit: 'acquirer', credit: 'buyers', amount: 500 },
    { kind: 'refund_due', reference: 'refund', debit: 'buyers', credit: 'refunds', amount: 500 },
    { kind: 'refund', reference: 'refund', debit: 'refunds', credit: 'acquirer', amount: 500 },
  ],
  balances: [{ account: 'seller:b', amount: 0, earned: 0 }],
  charges: [
    {
      order_id: 'pay',
      payments: [{ transaction_id: 't1', gross_amount: '500.00' }],
      refunds: [{ refund_key: 'refund', amount: 500 }],
    },
  ],
};

const judged = (change: Partial<Books>) => {
  const books = { ...declined, ...change };
  return [...judgeMoney(books), ...judgeOrders(books)].join('\n');
};

describe('the count of the market', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(judged({})).toBe('');
    expect(judgeStock([{ id: 'a', onHand: 3, reserved: 1, held: 1, sold: 2 }], () => 5)).toEqual([]);
  });

  it('sees money that the acquirer took and nobody wrote down', () => {
    expect(judged({ receipts: [] })).toContain('sums that the acquirer took and that have not one receipt each: t1');
    expect(judged({ transfers: declined.transfers.slice(1) })).toContain(
      'receipts that do not stand in the ledger once',
    );
  });

  it('sees money that was written down twice', () => {
    const twice = [...declined.receipts, { ...declined.receipts[0]!, id: 'again' }];
    expect(judged({ receipts: twice })).toContain('t1 of 500 has 2');
    expect(judged({ transfers: [...declined.transfers, declined.transfers[2]!] })).toContain(
      'the account acquirer holds -500 rupiah, not 0: the acquirer took 500 and gave back 500',
    );
  });

  it('sees money that should have gone back, or went back twice', () => {
    expect(judged({ refunds: [] })).toContain('order (declined) of 500: 0 goes back');
    const twice = [...declined.refunds, { ...declined.refunds[0]!, id: 'again' }];
    expect(judged({ refunds: twice })).toContain('payments of which more goes back than came: pay: 1000 of 500');
  });

  it('sees what a seller did not earn', () => {
    expect(judged({ balances: [{ account: 'seller:b', amount: 500, earned: 0 }] })).toContain('seller:b has 500 of 0');
  });

  it('sees goods that are sold twice, lost or reserved for nobody', () => {
    const judge = (change: object) =>
      judgeStock([{ id: 'a', onHand: 3, reserved: 1, held: 1, sold: 2, ...change }], () => 5).join('\n');
    expect(judge({ onHand: 4 })).toContain('a has 4 on hand and 2 sold of 5');
    expect(judge({ reserved: 2 })).toContain('a reserves 2, orders hold 1');
    expect(judge({ onHand: 0 })).toContain('offers of which more is held than there is');
  });
});
