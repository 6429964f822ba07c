import { type Transaction } from 'kysely';
import { type Announcement } from '@jaki/contracts';
import type { Actor } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import { lockStock } from '../../order/store/goods.store.js';
import { loadOrders } from '../../order/store/order.store.js';
import { loadPendingOf } from '../../payment/store/payment.store.js';
import { cancelPurchase } from '../../purchase/changes.js';
import type { Purchase } from '../../purchase/purchase.js';
import { saveChange, toContracts } from '../../purchase/save-change.js';
import type { Line } from '../domain/basket.js';

/**
 * A new checkout takes the place of the buyer's former one that is not paid: nobody holds goods twice. All stock that either
 * touches is locked at once, in one order.
 *
 * @returns what there is to tell
 */
export async function endFormer(
  tx: Transaction<DB>,
  { actor, at, lines }: { readonly actor: Actor; readonly at: Date; readonly lines: readonly Line[] },
): Promise<Announcement[]> {
  const former: Purchase[] = [];
  for (const payment of await loadPendingOf(tx, actor.id)) {
    former.push({ payment, orders: await loadOrders(tx, payment.id) });
  }
  if (former.length === 0) return [];
  const orderIds = former.flatMap(({ orders }) => orders.map(({ id }) => id));
  const held = await tx.selectFrom('hold').select('offer_id').where('order_id', 'in', orderIds).execute();
  await lockStock(tx, [...held.map(({ offer_id }) => offer_id), ...lines.map(({ offer }) => offer.id)]);
  const told: Announcement[] = [];
  for (const purchase of former) {
    const change = cancelPurchase(purchase, { actor, at });
    await saveChange(tx, change, { paymentId: purchase.payment.id, at });
    told.push(...toContracts(change));
  }
  return told;
}
