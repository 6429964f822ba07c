import { expect } from '@jest/globals';
import type { Order, OrderDecision } from '../../src/order/domain/order.js';
import type { State } from '../../src/order/domain/states.js';
import type { Payment, Refund } from '../../src/payment/domain/payment.js';
import type { Change, Receipt } from '../../src/purchase/purchase.js';
import { purchaseIn } from './purchases.js';

type Goods = 'held' | 'consumed' | 'released' | 'returned';

/** Where goods must be for a move, and where it brings them. */
const ways = {
  release: ['held', 'released'],
  consume: ['held', 'consumed'],
  return: ['consumed', 'returned'],
} as const satisfies Record<string, readonly [Goods, Goods]>;

/** By hand: the states of an order whose money its seller keeps or may yet earn. */
const KEPT: readonly State[] = ['paid', 'accepted', 'ready', 'handed_over', 'completed'];
/** And those in which its goods are out of the stock: of the last two the seller says what became of them. */
const SOLD: readonly State[] = [...KEPT, 'called_off', 'uncollected'];

const sum = (of: readonly { readonly amount: bigint }[]) => of.reduce((total, { amount }) => total + amount, 0n);

/** A purchase as changes make it, with its goods and its money: what tables would hold. */
export class Bookkeeping {
  payment: Payment;
  readonly orders: Order[];
  readonly goods: Goods[] = ['held', 'held'];
  readonly receipts: Receipt[] = [];
  readonly refunds: Refund[] = [];
  readonly #paid = [false, false];
  readonly #earned = [0, 0];

  constructor() {
    const { payment, orders } = purchaseIn('pending');
    this.payment = payment;
    this.orders = [...orders];
  }

  /** What an ended payment that is paid after all needs: that all its goods had been let go. */
  holdAgain(): void {
    expect(this.goods).toEqual(['released', 'released']);
    this.goods.fill('held');
  }

  apply({ payment, orders, receipts, refunds }: Change): void {
    if (payment) {
      expectNumbered(payment, this.payment.version);
      this.payment = payment.next;
    }
    for (const decision of orders) this.#applyStep(decision);
    this.receipts.push(...receipts);
    this.refunds.push(...refunds);
  }

  #applyStep(decision: OrderDecision): void {
    const { next, facts, goods, earned } = decision;
    const at = this.orders.findIndex(({ id }) => id === next.id);
    expectNumbered(decision, this.orders[at]!.version);
    if (goods) {
      const [from, to] = ways[goods];
      expect(this.goods[at]).toBe(from);
      this.goods[at] = to;
    }
    this.#paid[at] ||= facts.some(({ type }) => type === 'paid');
    this.#earned[at]! += earned ? 1 : 0;
    this.orders[at] = next;
  }

  /** Every rupiah that came is kept for one order or goes back, once; goods go for money alone. */
  expectBalance(): void {
    const kept = this.orders.filter(({ state }) => KEPT.includes(state));
    const [came, back] = [sum(this.receipts), sum(this.refunds)];
    const found = this.orders.map((order, index) => this.#account(order, index));
    expect({ came, isCovered: back <= came, found }).toEqual({
      came: sum(kept) + back,
      isCovered: true,
      found: this.orders.map((order) => this.#due(order)),
    });
  }

  /** What became of an order, by what was noted of it. */
  #account({ id }: Order, index: number) {
    return {
      isPaid: this.#paid[index],
      goods: this.goods[index],
      back: this.refunds.filter(({ orderId }) => orderId === id).map(({ amount }) => amount),
      earned: this.#earned[index],
    };
  }

  /** What ought to have become of it, by its state. */
  #due({ state, amount }: Order) {
    const isPaid = this.payment.state === 'paid';
    return {
      isPaid,
      goods: placeOf(state, isPaid),
      back: isPaid && !KEPT.includes(state) ? [amount] : [],
      earned: state === 'completed' ? 1 : 0,
    };
  }
}

function placeOf(state: State, isPaid: boolean): Goods {
  if (state === 'awaiting_payment') return 'held';
  if (SOLD.includes(state)) return 'consumed';
  return isPaid ? 'returned' : 'released';
}

function expectNumbered(
  { next, facts }: { next: { version: number }; facts: readonly { version: number }[] },
  before: number,
): void {
  const versions = [...facts.map(({ version }) => version), next.version];
  expect(versions).toEqual([...facts.map((_, index) => before + index + 1), before + facts.length]);
}
