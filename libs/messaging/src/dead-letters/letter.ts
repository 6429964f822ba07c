import { type Insertable, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { isUuid } from '@jaki/kernel';
import { type DB, type DeadLetter as Row } from '../generated/db.js';
import { headerText, type InboundMessage } from '../kafka/message.js';
import { printable, type StoredLetter, storeHeaders } from './stored-message.js';

/** What is kept of a message beside the message itself: how it fared, and what is to happen to it. */
export type LetterStatus = Pick<Insertable<Row>, 'error_class' | 'error_text' | 'attempts' | 'state'> & {
  readonly dueInMs?: number | undefined;
};

/** Keeps a whole message. False when it is kept already. */
export async function keepLetter(
  tx: Transaction<DB>,
  { consumer, message, eventId }: { consumer: string; message: InboundMessage; eventId: string | null },
  { dueInMs, ...status }: LetterStatus,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('messaging.dead_letter')
    .values({
      consumer,
      event_id: eventId,
      type: typeOf(message),
      topic: message.topic,
      partition: message.partition,
      position: BigInt(message.offset),
      recorded_at: message.recordedAt,
      key: message.key,
      headers: storeHeaders(message.headers),
      value: message.value,
      due_at: dueInMs === undefined ? null : inMilliseconds(dueInMs),
      ...status,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** How a letter failed once more; without a delay it waits for a person. */
interface FailedAgain {
  readonly error: unknown;
  readonly attempts: number;
  readonly retries: number;
  readonly dueInMs: number | undefined;
}

/** Notes down that a letter that was due failed. False when somebody else did so, or settled it. */
export async function failAgain(
  db: Kysely<DB>,
  letter: StoredLetter,
  { error, attempts, retries: chances, dueInMs }: FailedAgain,
): Promise<boolean> {
  const { name: error_class, text: error_text } = describe(error);
  const due_at = dueInMs === undefined ? null : inMilliseconds(dueInMs);
  const state = due_at === null ? 'dead' : 'due';
  const { numUpdatedRows } = await db
    .updateTable('messaging.dead_letter')
    .set({ state, due_at, attempts, chances, error_class, error_text })
    .where('id', '=', letter.id)
    .where('state', '=', 'due')
    .where('attempts', '=', letter.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** By the database's clock, as instances may disagree. */
export function inMilliseconds(milliseconds: number): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + ${milliseconds} * interval '1 ms'`;
}

function typeOf({ headers }: InboundMessage): string | null {
  const type = headerText(headers, 'ce_type');
  return type === undefined ? null : printable(type, 200);
}

/** In binary mode, which is how all our services write. */
export function eventIdOf(message: InboundMessage): string | null {
  const id = headerText(message.headers, 'ce_id');
  return id !== undefined && isUuid(id) ? id : null;
}

/** The class and the text of an error, fit to be stored. */
export function describe(error: unknown): { name: string; text: string } {
  const known = error instanceof Error ? error : new Error(String(error));
  return { name: printable(known.constructor.name, 100), text: printable(known.message, 2000) };
}
