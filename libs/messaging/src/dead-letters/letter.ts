import { isUuid } from '@jaki/kernel';
import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely';
import { headerText, type InboundMessage } from '../kafka/message.js';
import { type DB, type DeadLetter as Row } from '../generated/db.js';
import { printable, storeHeaders } from './stored-message.js';

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
  const type = headerText(message.headers, 'ce_type');
  const inserted = await tx
    .insertInto('messaging.dead_letter')
    .values({
      consumer,
      event_id: eventId,
      type: type === undefined ? null : printable(type, 200),
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

/** By the database's clock, as instances may disagree. */
export function inMilliseconds(milliseconds: number): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + ${milliseconds} * interval '1 ms'`;
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
