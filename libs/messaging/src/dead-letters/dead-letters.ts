import { sql } from 'kysely';
import { type AnyKysely, messagingTables } from '../database.js';
import { headerText, type MessageHeaders } from '../consumer/message.js';
import { restoreHeaders } from './stored-message.js';

/** `dead`: waits for a person. `due`: the service tries it again soon. `replayed`: had its effect. `discarded`: given up. */
export type DeadLetterState = 'dead' | 'due' | 'replayed' | 'discarded';

/** A message that could not be handled, as an operator sees it in a list. */
export interface DeadLetterSummary {
  readonly id: string;
  readonly consumer: string;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly error: { readonly name: string; readonly text: string };
  readonly attempts: number;
  readonly state: DeadLetterState;
  readonly diedAt: Date;
}

/** All of it. Values that are no text are shown as they decode. */
export interface DeadLetter extends DeadLetterSummary {
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string | null;
  readonly value: Buffer | null;
}

const summary = [
  'id',
  'consumer',
  'event_id',
  'type',
  'topic',
  'partition',
  'position',
  'error_class',
  'error_text',
  'attempts',
  'state',
  'died_at',
] as const;

/** Dead letters of a service's database, newest first, at most 100. */
export async function listDeadLetters(kysely: AnyKysely, state?: DeadLetterState): Promise<DeadLetterSummary[]> {
  const rows = await messagingTables(kysely)
    .selectFrom('messaging.dead_letter')
    .select(summary)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'dead'))
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(toSummary);
}

/** One dead letter with its whole message; undefined when there is none of that id. */
export async function showDeadLetter(kysely: AnyKysely, id: string): Promise<DeadLetter | undefined> {
  const row = await messagingTables(kysely)
    .selectFrom('messaging.dead_letter')
    .select([...summary, 'headers', 'key', 'value'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const headers = asText(restoreHeaders(row.headers));
  return { ...toSummary(row), headers, key: row.key?.toString() ?? null, value: row.value };
}

/**
 * Asks the service to try a dead message again: it does so within seconds, through the same pipeline, and at once
 * after its next start if it is down. False when the message is not dead (any more).
 */
export async function replayDeadLetter(kysely: AnyKysely, id: string): Promise<boolean> {
  const { numUpdatedRows } = await messagingTables(kysely)
    .updateTable('messaging.dead_letter')
    .set({ state: 'due', due_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface SummaryRow {
  id: string;
  consumer: string;
  event_id: string | null;
  type: string | null;
  topic: string;
  partition: number;
  position: bigint;
  error_class: string;
  error_text: string;
  attempts: number;
  state: string;
  died_at: Date;
}

function toSummary(row: SummaryRow): DeadLetterSummary {
  const { id, consumer, type, topic, partition, attempts } = row;
  return {
    ...{ id, consumer, type, topic, partition, attempts },
    eventId: row.event_id,
    offset: String(row.position),
    error: { name: row.error_class, text: row.error_text },
    state: row.state as DeadLetterState,
    diedAt: row.died_at,
  };
}

function asText(headers: MessageHeaders): Record<string, string> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, headerText(headers, name) ?? '']));
}
