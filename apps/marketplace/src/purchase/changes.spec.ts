import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, isUuid, NotYourStep, rupiah } from '@jaki/kernel';
import { AT } from '../../test/world.js';
import { orderIn, people } from '../../test/worlds/orders.js';
import { paymentIn } from '../../test/worlds/payments.js';
import { orderIds, purchaseIn } from '../../test/worlds/purchases.js';
import { accept, callOff, cancel, complete, decline, giveUp } from '../order/domain/decisions.js';
import type { State } from '../payment/domain/states.js';
import { afterStep, cancelPurchase, expirePurchase, failPurchase, receiveMoney } from './changes.js';
import type { Change } from './purchase.js';

function receive(state: State, amount: number, goods: 'there' | 'gone' = 'gone'): Change {
  const money = { transactionId: 'T-1', amount: rupiah(amount), goodsAreThere: goods === 'there' };
  return receiveMoney(purchaseIn(state), money, AT);
}

const typesOf = ({ payment }: Change) => payment?.facts.map(({ type }) => type) ?? [];
const moves = ({ orders }: Change) => orders.map(({ next, goods }) => `${next.id} ${next.state} ${goods}`);
const ofBoth = (state: string, goods: string) => orderIds.map((id) => `${id} ${state} ${goods}`);

describe('money that came', () => {
  it.each<[State, number, 'there' | 'gone', string, facts: string[], back: number]>([
    ['pending', 80_000, 'gone', 'paid', ['paid'], 0],
    ['pending', 80_500, 'gone', 'surplus', ['paid', 'refund_requested'], 500],
    ['expired', 80_000, 'there', 'revived', ['paid'], 0],
    ['failed', 80_000, 'there', 'revived', ['paid'], 0],
    ['expired', 81_000, 'there', 'revived', ['paid', 'refund_requested'], 1_000],
  ])('pays all orders at once: one %s, %d, goods %s, is %s', (state, amount, goods, verdict, facts, back) => {
    const change = receive(state, amount, goods);
    expect(typesOf(change)).toEqual(facts);
    expect(change.payment?.next).toEqual({ ...purchaseIn('paid').payment, version: 3 + facts.length });
    expect(moves(change)).toEqual(ofBoth('paid', 'consume'));
    expect(change.receipts).toEqual([
      { id: expect.any(String), transactionId: 'T-1', amount: rupiah(amount), verdict },
    ]);
    const refund = { id: expect.any(String), amount: rupiah(back), reason: verdict };
    expect(change.refunds).toEqual(back > 0 ? [refund] : []);
  });

  it.each<[State, number, 'there' | 'gone', string]>([
    ['pending', 79_999, 'there', 'short'],
    ['expired', 79_999, 'there', 'short'],
    ['failed', 1, 'gone', 'short'],
    ['expired', 80_000, 'gone', 'late'],
    ['failed', 80_001, 'gone', 'late'],
    ['cancelled', 80_000, 'there', 'late'],
    ['paid', 80_000, 'there', 'double'],
  ])('goes back whole and changes no order: one %s, %d, goods %s, is %s', (state, amount, goods, verdict) => {
    const change = receive(state, amount, goods);
    const refund = { id: expect.any(String), amount: rupiah(amount), reason: verdict };
    expect(typesOf(change)).toEqual(['refund_requested']);
    expect(change.payment?.next).toEqual({ ...purchaseIn(state).payment, version: 4 });
    expect(change.orders).toEqual([]);
    expect(change.receipts).toEqual([
      { id: expect.any(String), transactionId: 'T-1', amount: rupiah(amount), verdict },
    ]);
    expect(change.refunds).toEqual([refund]);
  });

  it('is told as facts of one payment, numbered without a gap', () => {
    const { payment, orders, refunds } = receive('pending', 80_500);
    expect(payment?.facts).toEqual([
      { type: 'paid', version: 4, at: AT },
      { type: 'refund_requested', refund: refunds[0], version: 5, at: AT },
    ]);
    expect(payment?.next.version).toBe(5);
    expect(orders.map(({ facts }) => facts)).toEqual([
      [{ type: 'paid', version: 4, at: AT }],
      [{ type: 'paid', version: 4, at: AT }],
    ]);
  });

  it('of nothing has nothing to go back, and leaves the payment as it is', () => {
    const change = receive('pending', 0);
    expect(change.receipts).toMatchObject([{ amount: 0n, verdict: 'short' }]);
    expect({ ...change, receipts: [] }).toEqual({ orders: [], receipts: [], refunds: [] });
  });

  it('has ids of its own for the receipt and the refund', () => {
    const { receipts, refunds } = receive('pending', 80_500);
    const ids = [...receipts, ...refunds].map(({ id }) => id);
    expect(ids.every(isUuid)).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('a purchase that is not paid', () => {
  const platformsWord = { actor: people.platform, at: AT };

  it('expires with all of its orders, whose goods are free again', () => {
    const change = expirePurchase(purchaseIn('pending'), AT);
    expect(change.payment).toEqual({
      next: { ...paymentIn('expired'), version: 4 },
      facts: [{ type: 'expired', version: 4, at: AT }],
    });
    expect(moves(change)).toEqual(ofBoth('expired', 'release'));
    expect([...change.receipts, ...change.refunds]).toEqual([]);
  });

  it('fails, and its orders expire', () => {
    const change = failPurchase(purchaseIn('pending'), AT);
    expect(change.payment).toEqual({
      next: { ...paymentIn('failed'), version: 4 },
      facts: [{ type: 'failed', version: 4, at: AT }],
    });
    expect(moves(change)).toEqual(ofBoth('expired', 'release'));
    expect([...change.receipts, ...change.refunds]).toEqual([]);
  });

  it('is cancelled by its buyer with all of its orders', () => {
    const change = cancelPurchase(purchaseIn('pending'), { actor: people.buyer, at: AT });
    expect(typesOf(change)).toEqual(['cancelled']);
    expect(moves(change)).toEqual(ofBoth('cancelled', 'release'));
    expect([...change.receipts, ...change.refunds]).toEqual([]);
  });

  it('is cancelled by nobody else', () => {
    for (const actor of [people.seller, people.other, people.platform, people.buyerInOffice])
      expect(() => cancelPurchase(purchaseIn('pending'), { actor, at: AT })).toThrow(NotYourStep);
  });

  it.each(['paid', 'expired', 'failed', 'cancelled'] as const)('ends once: not when it is %s', (state) => {
    expect(() => expirePurchase(purchaseIn(state), AT)).toThrow(IllegalTransition);
    expect(() => failPurchase(purchaseIn(state), AT)).toThrow(IllegalTransition);
    for (const actor of [people.buyer, platformsWord.actor])
      expect(() => cancelPurchase(purchaseIn(state), { actor, at: AT })).toThrow(IllegalTransition);
  });
});

describe('a step of an order', () => {
  const { buyer, seller, platform } = people;

  it.each([
    ['order_cancelled', cancel(orderIn('paid'), { actor: buyer, at: AT })],
    ['order_declined', decline(orderIn('paid'), { actor: seller, at: AT })],
    ['order_called_off', callOff(orderIn('ready'), { actor: seller, at: AT })],
    ['order_uncollected', giveUp(orderIn('ready'), { actor: platform, at: AT })],
  ] as const)('for the reason %s sends back what the order cost, and no more', (reason, decision) => {
    const { payment, orders, receipts, refunds } = afterStep(paymentIn('paid'), decision, AT);
    const { id: orderId, amount } = decision.next;
    expect(refunds).toEqual([{ id: expect.any(String), amount, reason, orderId }]);
    expect(payment?.facts).toEqual([{ type: 'refund_requested', refund: refunds[0], version: 4, at: AT }]);
    expect(payment?.next).toEqual({ ...paymentIn('paid'), version: 4 });
    expect([orders, receipts]).toEqual([[decision], []]);
  });

  it.each([
    ['taking it on', accept(orderIn('paid'), { actor: seller, at: AT })],
    ['completing it', complete(orderIn('handed_over'), { actor: buyer, at: AT })],
    ['cancelling it unpaid', cancel(orderIn('awaiting_payment'), { actor: buyer, at: AT })],
  ] as const)('such as %s leaves the payment as it is', (_what, decision) => {
    expect(afterStep(paymentIn('paid'), decision, AT)).toEqual({ orders: [decision], receipts: [], refunds: [] });
  });
});
