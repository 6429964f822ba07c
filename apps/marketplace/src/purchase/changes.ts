import { newId, type Rupiah } from '@jaki/kernel';
import { cancel as cancelOrder, expire as expireOrder, pay as payOrder } from '../order/domain/decisions.js';
import type { Order, OrderDecision } from '../order/domain/order.js';
import type { By } from '../order/domain/workflow.js';
import { cancel, expire, fail, noteRefund, pay } from '../payment/domain/decisions.js';
import { type Payment, type PaymentDecision, platform, type Refund } from '../payment/domain/payment.js';
import { judge } from '../payment/domain/receipt.js';
import type { Change, Purchase } from './purchase.js';

/** Nobody paid in time. @throws IllegalTransition */
export function expirePurchase({ payment, orders }: Purchase, at: Date): Change {
  const by = { actor: platform, at };
  return unpaid(expire(payment, by), orders, (order) => expireOrder(order, by));
}

/** The acquirer says that it cannot be paid any more. @throws IllegalTransition */
export function failPurchase({ payment, orders }: Purchase, at: Date): Change {
  const by = { actor: platform, at };
  return unpaid(fail(payment, by), orders, (order) => expireOrder(order, by));
}

/** The buyer gives it up before paying. @throws IllegalTransition, NotYourStep */
export function cancelPurchase({ payment, orders }: Purchase, by: By): Change {
  return unpaid(cancel(payment, by), orders, (order) => cancelOrder(order, by));
}

function unpaid(payment: PaymentDecision, orders: readonly Order[], end: (order: Order) => OrderDecision): Change {
  return { payment, orders: orders.map(end), receipts: [], refunds: [] };
}

/** Money that came, before it is judged. */
export interface Money {
  readonly transactionId: string;
  readonly amount: Rupiah;
  /** Whether the goods of an ended payment could be held once more, and now are. */
  readonly goodsAreThere: boolean;
}

/** Money came: it pays, or it goes back. */
export function receiveMoney({ payment, orders }: Purchase, money: Money, at: Date): Change {
  const { transactionId, amount } = money;
  const { verdict, pays, back } = judge(payment, money);
  const by = { actor: platform, at };
  const paid = pays ? pay(payment, by) : undefined;
  const refund = { id: newId<'refund'>(at), amount: back, reason: verdict };
  const refunds = back > 0n ? [refund] : [];
  const steps = [...(paid ? [paid] : []), ...refunds.map((each) => requested(paid?.next ?? payment, each, at))];
  const receipts = [{ id: newId(at), transactionId, amount, verdict }];
  return { ...joined(steps), orders: pays ? orders.map((order) => payOrder(order, by)) : [], receipts, refunds };
}

/** What follows for the payment from a step of one of its orders. */
export function afterStep(payment: Payment, decision: OrderDecision, at: Date): Change {
  const { refund: reason, next } = decision;
  if (reason === undefined) return { orders: [decision], receipts: [], refunds: [] };
  const refund: Refund = { id: newId<'refund'>(at), amount: next.amount, reason, orderId: next.id };
  return { payment: requested(payment, refund, at), orders: [decision], receipts: [], refunds: [refund] };
}

function requested(payment: Payment, refund: Refund, at: Date): PaymentDecision {
  return noteRefund(payment, 'refund_requested', { refund, at });
}

/** Steps of one payment after each other, as one. */
function joined(steps: readonly PaymentDecision[]): { payment?: PaymentDecision } {
  const last = steps.at(-1);
  return last === undefined ? {} : { payment: { next: last.next, facts: steps.flatMap(({ facts }) => facts) } };
}
