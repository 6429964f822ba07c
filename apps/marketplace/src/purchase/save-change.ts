import { type Transaction } from 'kysely';
import { type Announcement } from '@jaki/contracts';
import { type DB } from '../generated/db.js';
import { receiptTransfers, refundDueTransfers, saleTransfers } from '../ledger/domain/transfer.js';
import { post } from '../ledger/store/ledger.store.js';
import { toContracts as orderContracts } from '../order/published.js';
import { moveGoods } from '../order/store/goods.store.js';
import { saveOrder } from '../order/store/order.store.js';
import type { PaymentId } from '../payment/domain/payment.js';
import { toContracts as paymentContracts } from '../payment/published.js';
import { savePayment } from '../payment/store/payment.store.js';
import type { Change, Receipt } from './purchase.js';

/** Saves all of a change: payment and orders, goods, receipts, refunds and the books. */
export async function saveChange(
  tx: Transaction<DB>,
  change: Change,
  { paymentId, at }: { readonly paymentId: PaymentId; readonly at: Date },
): Promise<void> {
  if (change.payment) await savePayment(tx, change.payment);
  for (const decision of change.orders) {
    await saveOrder(tx, decision, at);
    if (decision.goods) await moveGoods(tx, decision.next.id, { move: decision.goods, at });
  }
  await addReceipts(tx, change.receipts, { paymentId, at });
  await addRefunds(tx, change, { paymentId, at });
  await post(tx, transfersOf(change), at);
}

/** All that the world is told of a change. */
export function toContracts({ payment, orders }: Change): Announcement[] {
  return [...(payment ? paymentContracts(payment) : []), ...orders.flatMap(orderContracts)];
}

function transfersOf({ receipts, refunds, orders }: Change) {
  const sold = orders.filter(({ earned }) => earned).map(({ next }) => ({ ...next, businessId: next.seller.id }));
  return [
    ...receipts.flatMap(receiptTransfers),
    ...refunds.flatMap(refundDueTransfers),
    ...sold.flatMap(saleTransfers),
  ];
}

interface Where {
  readonly paymentId: PaymentId;
  readonly at: Date;
}

async function addReceipts(tx: Transaction<DB>, receipts: readonly Receipt[], { paymentId, at }: Where) {
  const rows = receipts.map(({ id, transactionId, amount, verdict }) => {
    return { id, transaction_id: transactionId, payment_id: paymentId, amount, verdict, heard_at: at };
  });
  if (rows.length > 0) await tx.insertInto('payment_receipt').values(rows).execute();
}

async function addRefunds(tx: Transaction<DB>, { refunds }: Change, { paymentId, at }: Where): Promise<void> {
  const rows = refunds.map(({ id, amount, reason, orderId = null }) => {
    const due = { state: 'requested', attempts: 0, next_at: at, requested_at: at };
    return { id, payment_id: paymentId, order_id: orderId, amount, reason, ...due };
  });
  if (rows.length > 0) await tx.insertInto('refund').values(rows).execute();
}
