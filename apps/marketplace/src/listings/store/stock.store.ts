import { type Transaction } from 'kysely';
import { newId } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import { OfferNotFound, StockChanged, StockTooLow } from '../domain/errors.js';
import type { OfferId } from '../domain/listing.js';

/** A change of what is on hand, and why. */
export interface Movement {
  readonly offerId: OfferId;
  readonly change: bigint;
  readonly reason: string;
  readonly at: Date;
}

/** Adds to what is on hand or takes away from it. What is held for checkouts stays. @throws StockTooLow, OfferNotFound */
export async function moveStock(tx: Transaction<DB>, movement: Movement): Promise<bigint> {
  const { offerId, change } = movement;
  const moved = await tx
    .updateTable('stock')
    .set(({ eb }) => ({ on_hand: eb('on_hand', '+', change) }))
    .where('offer_id', '=', offerId)
    .where(({ eb }) => eb(eb('on_hand', '+', change), '>=', eb.ref('reserved')))
    .returning('on_hand')
    .executeTakeFirst();
  if (moved === undefined) {
    const { on_hand, reserved } = await stockOf(tx, offerId);
    throw new StockTooLow(on_hand - reserved);
  }
  await addMovement(tx, movement);
  return moved.on_hand;
}

/** Sets what is on hand to what was counted, if it is still what the seller saw. @throws StockChanged, StockTooLow */
export async function countStock(
  tx: Transaction<DB>,
  { offerId, onHand, was, at }: { offerId: OfferId; onHand: bigint; was: bigint; at: Date },
): Promise<bigint> {
  const { on_hand } = await stockOf(tx, offerId);
  if (on_hand !== was) throw new StockChanged(on_hand);
  return onHand === was ? on_hand : moveStock(tx, { offerId, change: onHand - was, reason: 'counted', at });
}

async function stockOf(tx: Transaction<DB>, offerId: OfferId): Promise<{ on_hand: bigint; reserved: bigint }> {
  const query = tx.selectFrom('stock').select(['on_hand', 'reserved']).where('offer_id', '=', offerId);
  const row = await query.forNoKeyUpdate().executeTakeFirst();
  if (row === undefined) throw new OfferNotFound();
  return row;
}

async function addMovement(tx: Transaction<DB>, { offerId, change, reason, at }: Movement): Promise<void> {
  const row = { id: newId(at), offer_id: offerId, at, reason, change, order_id: null };
  await tx.insertInto('stock_movement').values(row).execute();
}
