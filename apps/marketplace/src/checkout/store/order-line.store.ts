import { type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';
import { amountOf } from '../../listings/domain/units.js';
import type { OrderId } from '../../order/domain/order.js';
import type { Line } from '../domain/basket.js';

/** Writes down what is ordered as it is now: whatever becomes of the listing, the order stays. */
export async function addOrderLines(tx: Transaction<DB>, orderId: OrderId, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ offer, listingId, title, quantity }, index) => ({
    order_id: orderId,
    n: index + 1,
    offer_id: offer.id,
    listing_id: listingId,
    title,
    offer_name: offer.name ?? null,
    unit: offer.unit,
    price: offer.price,
    quantity,
    amount: amountOf(offer, quantity),
  }));
  await tx.insertInto('order_line').values(rows).execute();
}
