import { sql } from 'kysely';
import { type AnyTransaction, messagingTablesIn } from '../database.js';
import { lockKey, type Place, unpark } from './order.js';

/** Holds a letter that is due until the transaction ends. False when somebody else holds it, or it is due no more. */
export async function take(tx: AnyTransaction, id: string): Promise<boolean> {
  const letter = await messagingTablesIn(tx)
    .selectFrom('messaging.dead_letter')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'due')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return letter !== undefined;
}

/** Ends the wait of a letter that this transaction holds, and lets the next one of its key go. */
export async function settle(
  tx: AnyTransaction,
  letter: Place & { id: string },
  end: 'replayed' | { discardedBecause: string },
): Promise<void> {
  await lockKey(tx, letter);
  const [state, reason] = end === 'replayed' ? [end, null] : ['discarded', end.discardedBecause];
  await messagingTablesIn(tx)
    .updateTable('messaging.dead_letter')
    .set({ state, due_at: null, settled_at: sql<Date>`clock_timestamp()`, discard_reason: reason })
    .where('id', '=', letter.id)
    .execute();
  await unpark(tx, letter);
}
