import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type AnyTransaction, messagingTablesIn } from '../database.js';
import { type InboundMessage } from '../kafka/message.js';
import { keepLetter } from './letter.js';

/** Messages of one key lie in one partition, so their offsets are their order. */
export interface Place {
  readonly consumer: string;
  readonly topic: string;
  /** A message without one has no order. */
  readonly key: Buffer | null;
}

const WAITS = { error_class: 'EarlierMessageWaits', error_text: 'waits behind an earlier message of its key' };

/**
 * Puts a message whose event was just claimed behind the letters of its key, if there are any: in the transaction of
 * the claim, without an attempt. False when nothing waits and it may be handled.
 */
export async function holdBack(
  tx: AnyTransaction,
  consumer: string,
  { message, eventId }: { message: InboundMessage; eventId: string },
): Promise<boolean> {
  const place = { consumer, topic: message.topic, key: message.key };
  if (!(await someWait(tx, place))) return false;
  // Whoever settles the last letter looks for the next one under this lock: either it sees ours, or we see that it did.
  await lockKey(tx, place);
  if (!(await someWait(tx, place))) return false;
  const status = { ...WAITS, attempts: 0, state: 'parked' };
  await keepLetter(messagingTablesIn(tx), { consumer, message, eventId }, status);
  await messagingTablesIn(tx)
    .updateTable('messaging.inbox')
    .set({ state: 'dead', attempts: 0 })
    .where('event_id', '=', eventId)
    .where('consumer', '=', consumer)
    .execute();
  return true;
}

/** True when no earlier message of the key waits. */
export async function isFirst(tx: AnyTransaction, letter: Place & { position: bigint | string }): Promise<boolean> {
  return !(await someWait(tx, letter, sql`position < ${String(letter.position)}::bigint`));
}

/** Sends a letter that is due back behind the earlier ones of its key, which will let it go in its turn. */
export async function park(tx: AnyTransaction, letter: Place & { id: string; position: bigint | string }) {
  await lockKey(tx, letter);
  // The earlier one may have been settled at this moment: then it is this one's turn.
  const due = await isFirst(tx, letter);
  await messagingTablesIn(tx)
    .updateTable('messaging.dead_letter')
    .set(due ? { due_at: sql<Date>`clock_timestamp()` } : { state: 'parked', due_at: null })
    .where('id', '=', letter.id)
    .execute();
}

/** A letter has been settled in this transaction, by whoever holds the key's lock: the next one of its key may go. */
export async function unpark(tx: AnyTransaction, place: Place): Promise<void> {
  await sql`
    UPDATE messaging.dead_letter SET state = 'due', due_at = clock_timestamp()
    WHERE state = 'parked' AND id = (
      SELECT id FROM messaging.dead_letter WHERE ${waitingAt(place)} ORDER BY position LIMIT 1)`.execute(tx);
}

/** Until the transaction ends. Take it last: nobody who holds it waits for a row. */
export async function lockKey(tx: AnyTransaction, { consumer, topic, key }: Place): Promise<void> {
  const hash = createHash('sha256')
    .update(`${consumer}\0${topic}\0`)
    .update(key ?? '');
  await sql`SELECT pg_advisory_xact_lock(${String(hash.digest().readBigInt64BE())}::bigint)`.execute(tx);
}

async function someWait(tx: AnyTransaction, place: Place, which: RawBuilder<unknown> = sql`true`): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    SELECT EXISTS (SELECT 1 FROM messaging.dead_letter WHERE ${waitingAt(place)} AND ${which}) AS waits`.execute(tx);
  return rows[0]?.waits === true;
}

/** Answered by the index `dead_letter_waiting`. */
function waitingAt({ consumer, topic, key }: Place): RawBuilder<unknown> {
  return sql`consumer = ${consumer} AND topic = ${topic} AND sha256(key) = sha256(${key}::bytea) AND key = ${key}::bytea
    AND state IN ('dead', 'due', 'parked')`;
}
