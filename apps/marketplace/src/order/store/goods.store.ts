import { sql, type Transaction } from 'kysely';
import { newId } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import type { OfferId } from '../../listings/domain/listing.js';
import type { OrderId } from '../domain/order.js';

/** So much of an offer, in its unit's base. */
export interface Goods {
  readonly offerId: OfferId;
  readonly quantity: bigint;
}

/** What there is too little of, and how much of it could be had. */
export interface Short {
  readonly offerId: OfferId;
  readonly free: bigint;
}

/** Each offer once, since an update that is joined to two rows of one offer applies one of them. */
function summed(goods: readonly Goods[]): { ids: string[]; quantities: string[] } {
  const sums = new Map<string, bigint>();
  for (const { offerId, quantity } of goods) sums.set(offerId, (sums.get(offerId) ?? 0n) + quantity);
  return { ids: [...sums.keys()], quantities: [...sums.values()].map(String) };
}

/** Locks the stock of all these offers in one order, so that two transactions which want several cannot wait for each other. */
export async function lockStock(tx: Transaction<DB>, offerIds: readonly string[]): Promise<void> {
  if (offerIds.length === 0) return;
  const query = tx
    .selectFrom('stock')
    .select('offer_id')
    .where('offer_id', 'in', [...new Set(offerIds)]);
  await query.orderBy('offer_id').forNoKeyUpdate().execute();
}

/** Holds all of it or, when there is too little of any, nothing. @returns what there is too little of */
export async function holdGoods(tx: Transaction<DB>, goods: readonly Goods[]): Promise<Short[]> {
  const { ids, quantities } = summed(goods);
  const { rows } = await sql<{ offer_id: string; free: bigint }>`
    WITH wanted AS (SELECT * FROM unnest(${ids}::uuid[], ${quantities}::bigint[]) AS w(offer_id, quantity)),
    locked AS (
      SELECT s.offer_id, s.on_hand - s.reserved AS free FROM stock s JOIN wanted USING (offer_id)
      ORDER BY s.offer_id FOR NO KEY UPDATE OF s
    ),
    short AS (
      SELECT wanted.offer_id, coalesce(locked.free, 0) AS free FROM wanted LEFT JOIN locked USING (offer_id)
      WHERE coalesce(locked.free, 0) < wanted.quantity
    ),
    held AS (
      UPDATE stock SET reserved = reserved + wanted.quantity FROM wanted
      WHERE stock.offer_id = wanted.offer_id AND NOT EXISTS (SELECT FROM short)
    )
    SELECT offer_id, free FROM short`.execute(tx);
  return rows.map(({ offer_id, free }) => ({ offerId: offer_id as OfferId, free }));
}

/** Writes down what an order holds. */
export async function addHolds(tx: Transaction<DB>, orderId: OrderId, goods: readonly Goods[]): Promise<void> {
  const rows = goods.map(({ offerId, quantity }) => ({
    order_id: orderId,
    offer_id: offerId,
    quantity,
    state: 'held',
  }));
  await tx.insertInto('hold').values(rows).execute();
}

/** What orders once held and let go, so that it can be held again. */
export async function releasedGoods(tx: Transaction<DB>, orderIds: readonly OrderId[]): Promise<Goods[]> {
  const query = tx.selectFrom('hold').select(['offer_id', 'quantity']).where('order_id', 'in', orderIds);
  const rows = await query.where('state', '=', 'released').execute();
  return rows.map(({ offer_id, quantity }) => ({ offerId: offer_id as OfferId, quantity }));
}

/** Marks as held again what `holdGoods` has just held for these orders. */
export async function holdAgain(tx: Transaction<DB>, orderIds: readonly OrderId[]): Promise<void> {
  await tx
    .updateTable('hold')
    .set({ state: 'held' })
    .where('order_id', 'in', orderIds)
    .where('state', '=', 'released')
    .execute();
}

/** From and to which state holds go, and what that does to the stock. */
const moves = {
  release: { from: 'held', to: 'released', onHand: 0, reserved: -1, reason: undefined },
  consume: { from: 'held', to: 'consumed', onHand: -1, reserved: -1, reason: 'sold' },
  return: { from: 'consumed', to: 'returned', onHand: 1, reserved: 0, reason: 'order_ended' },
} as const;

/** Moves what an order holds, once: only what is still where it is to be moved from changes the stock. */
export async function moveGoods(
  tx: Transaction<DB>,
  orderId: OrderId,
  { move, at }: { readonly move: keyof typeof moves; readonly at: Date },
): Promise<void> {
  const { from, to, onHand, reserved, reason } = moves[move];
  const moved = await tx
    .updateTable('hold')
    .set({ state: to })
    .where('order_id', '=', orderId)
    .where('state', '=', from)
    .returning(['offer_id', 'quantity'])
    .execute();
  const goods = moved.map(({ offer_id, quantity }) => ({ offerId: offer_id as OfferId, quantity }));
  if (goods.length === 0) return;
  await changeStock(tx, goods, { onHand, reserved });
  if (reason === undefined) return;
  const rows = goods.map(({ offerId, quantity }) => {
    return { id: newId(at), offer_id: offerId, at, reason, change: BigInt(onHand) * quantity, order_id: orderId };
  });
  await addMovements(tx, rows);
}

async function changeStock(
  tx: Transaction<DB>,
  goods: readonly Goods[],
  { onHand, reserved }: { readonly onHand: number; readonly reserved: number },
): Promise<void> {
  const { ids, quantities } = summed(goods);
  await lockStock(tx, ids);
  await sql`
    UPDATE stock SET on_hand = on_hand + ${onHand}::int * moved.quantity, reserved = reserved + ${reserved}::int * moved.quantity
    FROM unnest(${ids}::uuid[], ${quantities}::bigint[]) AS moved(offer_id, quantity)
    WHERE stock.offer_id = moved.offer_id`.execute(tx);
}

/** Of offers that are gone nothing is written down: with them went their stock. */
async function addMovements(
  tx: Transaction<DB>,
  rows: readonly { id: string; offer_id: string; at: Date; reason: string; change: bigint; order_id: string }[],
): Promise<void> {
  const ids = rows.map(({ offer_id }) => offer_id);
  const known = await tx.selectFrom('offer').select('id').where('id', 'in', ids).execute();
  const there = rows.filter(({ offer_id }) => known.some(({ id }) => id === offer_id));
  if (there.length > 0) await tx.insertInto('stock_movement').values(there).execute();
}
