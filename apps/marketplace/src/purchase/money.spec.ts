import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError, type Rupiah, rupiah } from '@jaki/kernel';
import { AT } from '../../test/world.js';
import { Bookkeeping } from '../../test/worlds/bookkeeping.js';
import { attempt, commands, type Later, people } from '../../test/worlds/orders.js';
import { asked } from '../../test/worlds/payments.js';
import { overdue } from '../order/domain/decisions.js';
import type { Order } from '../order/domain/order.js';
import { afterStep, cancelPurchase, expirePurchase, failPurchase, receiveMoney } from './changes.js';

type Person = keyof typeof people;

/** `time`: its deadline is over; `onward`: what takes it to its good end. */
type Step = Later | 'time' | 'onward';

type Happening =
  | { readonly type: 'money'; readonly amount: Rupiah; readonly goodsAreThere: boolean }
  | { readonly type: 'expire' }
  | { readonly type: 'fail' }
  | { readonly type: 'cancel'; readonly who: Person }
  | { readonly type: 'step'; readonly which: 0 | 1; readonly command: Step; readonly who: Person };

const ASKED = asked.amount;
const amount = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant<bigint>(ASKED) },
    { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 2n * ASKED }) },
    { weight: 1, arbitrary: fc.constantFrom(1n, ASKED - 1n, ASKED + 1n) },
  )
  .map(rupiah);

const who = fc.constantFrom<Person>('buyer', 'seller', 'platform', 'buyer', 'seller', 'platform', 'other', 'officer');
// Paying and expiring are no steps of one order: money, and the end of a payment, take them for all orders at once.
const ofOne = commands.filter((each) => each !== 'pay' && each !== 'expire');
const command = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Step>(...ofOne, 'time') },
  { weight: 1, arbitrary: fc.constant<Step>('onward') },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('money'), amount, goodsAreThere: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ type: 'expire' }, { type: 'fail' }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('cancel'), who }) },
  { weight: 9, arbitrary: fc.record({ type: fc.constant('step'), which: fc.constantFrom(0, 1), command, who }) },
);

const onward: Partial<Record<Order['state'], [Later, Person]>> = {
  paid: ['accept', 'seller'],
  accepted: ['make_ready', 'seller'],
  ready: ['hand_over', 'seller'],
  handed_over: ['complete', 'buyer'],
};

function decide(order: Order, { command: step, who: name }: { command: Step; who: Person }, at: Date) {
  if (step === 'time') return overdue(order, { actor: people[name], at });
  // Before it is paid, an order ends with its whole checkout.
  if (step === 'cancel' && order.state === 'awaiting_payment') return undefined;
  const [own, person] = step === 'onward' ? (onward[order.state] ?? []) : [step, name];
  return own && person && attempt(own, order, { actor: people[person], at });
}

/** Money comes: of an ended payment that it would pay the goods are held once more, when they are there. */
function receive(books: Bookkeeping, { amount: came, goodsAreThere }: Happening & { type: 'money' }, at: Date): void {
  const { payment, receipts } = books;
  const ended = payment.state === 'expired' || payment.state === 'failed';
  if (ended && goodsAreThere && came >= payment.amount) books.holdAgain();
  const money = { transactionId: `T-${receipts.length}`, amount: came };
  books.apply(receiveMoney(books, { ...money, goodsAreThere }, at));
  expect(books.receipts.at(-1)).toMatchObject(money);
}

function happen(books: Bookkeeping, what: Happening, at: Date): void {
  if (what.type === 'money') {
    receive(books, what, at);
    return;
  }
  if (what.type === 'expire') {
    books.apply(expirePurchase(books, at));
    return;
  }
  if (what.type === 'fail') {
    books.apply(failPurchase(books, at));
    return;
  }
  if (what.type === 'cancel') {
    books.apply(cancelPurchase(books, { actor: people[what.who], at }));
    return;
  }
  const decision = decide(books.orders[what.which]!, what, at);
  if (decision) books.apply(afterStep(books.payment, decision, at));
}

/** Skips what is refused; money never is, since it has come. */
function attemptAll(books: Bookkeeping, course: readonly Happening[]): void {
  for (const [index, what] of course.entries()) {
    try {
      happen(books, what, new Date(AT.getTime() + index * 60_000));
    } catch (error) {
      if (what.type === 'money' || !(error instanceof DomainError)) throw error;
    }
    books.expectBalance();
  }
}

describe('the money and the goods of a purchase', () => {
  it('balance, whatever happens in whatever order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (course) => {
        const books = new Bookkeeping();
        attemptAll(books, course);
        for (const { state } of [books.payment, ...books.orders]) seen.add(state);
        for (const { verdict } of books.receipts) seen.add(verdict);
        for (const { reason } of books.refunds) seen.add(reason);
      }),
      { numRuns: 800, seed: 45 },
    );
    // So much must have come about, or nothing was shown.
    const wanted = `
      pending paid failed expired cancelled awaiting_payment accepted ready handed_over completed declined called_off
      uncollected surplus revived late double short order_cancelled order_declined order_lapsed order_called_off
      order_uncollected`;
    expect(wanted.match(/\w+/g)!.filter((each) => !seen.has(each))).toEqual([]);
  });
});
