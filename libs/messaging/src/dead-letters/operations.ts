import { sql } from 'kysely';
import { type AnyKysely, messagingTables } from '../database.js';
import { type DeadLetterFilter, ofHandler } from './dead-letters.js';
import { lockKey } from './order.js';
import { settle } from './settling.js';

const CAN_BE_TRIED = ['dead', 'due'] as const;
const CAN_BE_DISCARDED = ['dead', 'due', 'parked'] as const;

/**
 * Asks the service to try a dead message again: it does so within seconds, through the same pipeline, and at once
 * after its next start if it is down. One that waits for its next retry is tried now. False when it is not dead (any
 * more), is parked behind another one, or is being tried at this moment.
 */
export async function replayDeadLetter(kysely: AnyKysely, id: string): Promise<boolean> {
  return (await replay(kysely, { id })) === 1;
}

/** The same for all that fit. @returns how many will be tried */
export function replayDeadLetters(kysely: AnyKysely, which: Omit<DeadLetterFilter, 'states'> = {}): Promise<number> {
  return replay(kysely, which);
}

interface Chosen extends Omit<DeadLetterFilter, 'states'> {
  readonly id?: string;
}

async function replay(kysely: AnyKysely, { id, type, handler }: Chosen): Promise<number> {
  const db = messagingTables(kysely);
  let chosen = db.selectFrom('messaging.dead_letter').select('id').where('state', 'in', CAN_BE_TRIED);
  if (id !== undefined) chosen = chosen.where('id', '=', id);
  if (type !== undefined) chosen = chosen.where('type', '=', type);
  if (handler !== undefined) chosen = chosen.where(ofHandler(handler));
  const { numUpdatedRows } = await db
    .updateTable('messaging.dead_letter')
    .set({ state: 'due', due_at: sql<Date>`clock_timestamp()` })
    .where('id', 'in', chosen.orderBy('id').forUpdate().skipLocked())
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Gives a message up for good: it is kept with the reason, and what is parked behind it goes on. False when it is
 * settled already, or is being tried at this moment.
 *
 * @throws TypeError without a reason
 */
export async function discardDeadLetter(kysely: AnyKysely, id: string, reason: string): Promise<boolean> {
  if (reason.trim() === '') throw new TypeError('A dead letter is discarded for a reason: say why.');
  return messagingTables(kysely)
    .transaction()
    .execute(async (tx) => {
      const letters = tx.selectFrom('messaging.dead_letter').select(['id', 'consumer', 'topic', 'key']);
      const letter = letters.where('id', '=', id).where('state', 'in', CAN_BE_DISCARDED);
      const place = await letter.executeTakeFirst();
      if (place === undefined) return false;
      // First the lock, then the row without waiting, so that it stands in nobody's way who does it in the other order.
      await lockKey(tx, place);
      if ((await letter.forUpdate().skipLocked().executeTakeFirst()) === undefined) return false;
      await settle(tx, place, { discardedBecause: reason.trim() });
      return true;
    });
}
