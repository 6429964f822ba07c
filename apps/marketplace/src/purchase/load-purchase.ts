import { type Transaction } from 'kysely';
import { isUuid } from '@jaki/kernel';
import { type DB } from '../generated/db.js';
import type { OrderId } from '../order/domain/order.js';
import { loadOrders } from '../order/store/order.store.js';
import type { PaymentId } from '../payment/domain/payment.js';
import { loadPayment } from '../payment/store/payment.store.js';
import type { Purchase } from './purchase.js';

/**
 * Loads a payment and its orders, or the one that is named, and locks them until the transaction ends: the payment first,
 * always, so that a callback and a seller's step cannot wait for each other.
 *
 * @returns undefined when there is no such payment
 */
export async function loadPurchase(
  tx: Transaction<DB>,
  reference: string,
  only?: OrderId,
): Promise<Purchase | undefined> {
  const payment = isUuid(reference) ? await loadPayment(tx, reference as PaymentId) : undefined;
  return payment && { payment, orders: await loadOrders(tx, payment.id, only) };
}
