import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rupiah } from '@jaki/kernel';
import {
  type Account,
  receiptTransfers,
  refundDueTransfers,
  refundTransfers,
  saleTransfers,
  sellerAccount,
  type Transfer,
} from './transfer.js';

const order = { id: 'o-1', businessId: 'b-1', amount: rupiah(600_000), mdr: rupiah(1_800) };

describe('money that moves', () => {
  it('for a receipt: the acquirer owes it to us, we to the buyers', () => {
    expect(receiptTransfers({ id: 'r-1', amount: rupiah(9) })).toEqual([
      { kind: 'receipt', reference: 'r-1', debit: 'acquirer', credit: 'buyers', amount: 9n },
    ]);
  });

  it('for a sale: from the buyers to the seller, who pays the fee out of it', () => {
    expect(saleTransfers(order)).toEqual([
      { kind: 'sale', reference: 'o-1', debit: 'buyers', credit: 'seller:b-1', amount: 600_000n },
      { kind: 'sale', reference: 'o-1', debit: 'seller:b-1', credit: 'mdr', amount: 1_800n },
    ]);
  });

  it('for a sale without a fee: once, since nothing moves by zero', () => {
    expect(saleTransfers({ ...order, mdr: rupiah(0) })).toEqual(saleTransfers(order).slice(0, 1));
  });

  it('for what is due back: from the buyers to the refunds', () => {
    expect(refundDueTransfers({ id: 'f-1', amount: rupiah(7) })).toEqual([
      { kind: 'refund_due', reference: 'f-1', debit: 'buyers', credit: 'refunds', amount: 7n },
    ]);
  });

  it('for a refund: what was due, and the acquirer gave it', () => {
    expect(refundTransfers({ id: 'f-1', amount: rupiah(7) })).toEqual([
      { kind: 'refund', reference: 'f-1', debit: 'refunds', credit: 'acquirer', amount: 7n },
    ]);
  });

  it('has an account for each seller', () => {
    expect(sellerAccount('b-1')).toBe('seller:b-1');
    expect(sellerAccount('b-2')).not.toBe(sellerAccount('b-1'));
  });
});

/** What each account is owed: above zero what it has, below what it owes. */
function balancesOf(transfers: readonly Transfer[]): Map<Account, bigint> {
  const balances = new Map<Account, bigint>();
  const add = (account: Account, amount: bigint) => balances.set(account, (balances.get(account) ?? 0n) + amount);
  for (const { debit, credit, amount } of transfers) {
    add(debit, amount);
    add(credit, 0n - amount);
  }
  return balances;
}

const amount = fc.bigInt({ min: 1n, max: 20_000_000n }).map(rupiah);
const id = fc.uuid();
const movement = fc.oneof(
  fc.record({ type: fc.constant('receipt' as const), id, amount }),
  fc.record({ type: fc.constant('refund_due' as const), id, amount }),
  fc.record({ type: fc.constant('refund' as const), id, amount }),
  fc
    .record({
      type: fc.constant('sale' as const),
      id,
      amount,
      businessId: fc.constantFrom('b-1', 'b-2'),
      share: fc.nat(7),
    })
    .map(({ share, ...sale }) => ({ ...sale, mdr: rupiah((sale.amount * BigInt(share)) / 1_000n) })),
);
type Movement = typeof movement extends fc.Arbitrary<infer M> ? M : never;

function transfersOf(each: Movement): Transfer[] {
  if (each.type === 'receipt') return receiptTransfers(each);
  if (each.type === 'refund_due') return refundDueTransfers(each);
  return each.type === 'refund' ? refundTransfers(each) : saleTransfers(each);
}

/** The sum of what is told of some movements. */
function total(
  all: readonly Movement[],
  type: Movement['type'],
  of: (each: Movement) => bigint = (each) => each.amount,
) {
  return all.filter((each) => each.type === type).reduce((sum, each) => sum + of(each), 0n);
}

describe('the books', () => {
  it('balance after any sequence of movements, and each account holds what it is for', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 30 }), (all) => {
        const balances = balancesOf(all.flatMap(transfersOf));
        expect([...balances.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
        const of = (account: Account) => balances.get(account) ?? 0n;
        const [receipts, sales] = [total(all, 'receipt'), total(all, 'sale')];
        const [due, back] = [total(all, 'refund_due'), total(all, 'refund')];
        const mdr = total(all, 'sale', (each) => ('mdr' in each ? each.mdr : 0n));
        expect(of('acquirer')).toBe(receipts - back);
        expect(of('buyers')).toBe(sales + due - receipts);
        expect(of('refunds')).toBe(back - due);
        expect(of('mdr')).toBe(-mdr);
        expect(of('seller:b-1') + of('seller:b-2')).toBe(mdr - sales);
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it('move only amounts above zero, and no account into itself', () => {
    fc.assert(
      fc.property(movement, (each) => {
        for (const { debit, credit, amount: moved, reference, kind } of transfersOf(each)) {
          expect([moved > 0n, debit === credit]).toEqual([true, false]);
          expect([reference, kind]).toEqual([each.id, each.type]);
        }
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});
