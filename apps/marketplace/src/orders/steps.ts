import { type Stepped, type StepRequest as RequestOf } from '@jaki/platform';
import type { Actor } from '../businesses/domain/business.js';
import { type DB } from '../generated/db.js';
import { OrderNotFound } from '../order/domain/errors.js';
import type { Order, OrderDecision, OrderId } from '../order/domain/order.js';
import { sightOf } from '../order/domain/who.js';
import { paymentOfOrder } from '../order/store/order.store.js';
import type { Payment } from '../payment/domain/payment.js';
import { afterStep } from '../purchase/changes.js';
import { loadPurchase } from '../purchase/load-purchase.js';
import type { Change } from '../purchase/purchase.js';
import { saveChange, toContracts } from '../purchase/save-change.js';

export type StepRequest = RequestOf<Actor>;

/** An order with what pays it. */
interface Deal {
  readonly payment: Payment;
  readonly order: Order;
}

/** A step of an order, with all that follows from it. */
export interface OrderStep {
  readonly next: Order;
  readonly change: Change;
  readonly payment: Payment;
}

/** What follows from a step. */
export function followed({ payment }: Deal, decision: OrderDecision, at: Date): OrderStep {
  return { next: decision.next, change: afterStep(payment, decision, at), payment };
}

/** What all steps of an order that was placed have in common. */
export const orderSteps: Stepped<DB, Actor, Deal, OrderStep> = {
  async load(tx, id, actor) {
    const paymentId = await paymentOfOrder(tx, id as OrderId);
    const purchase = paymentId && (await loadPurchase(tx, paymentId, id as OrderId));
    const [order] = purchase?.orders ?? [];
    if (purchase === undefined || order === undefined || sightOf(order, actor) === undefined) throw new OrderNotFound();
    return { payment: purchase.payment, order };
  },
  save: (tx, { change, payment }, at) => saveChange(tx, change, { paymentId: payment.id, at }),
  announce: ({ change }) => toContracts(change),
};
