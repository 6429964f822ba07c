import { type RawBuilder, type Selectable, sql, type SqlBool } from 'kysely';
import { type AnyKysely, messagingTables } from '../database.js';
import { type DeadLetter as Row } from '../generated/db.js';
import { headerText, type MessageHeaders } from '../kafka/message.js';
import { restoreHeaders } from './stored-message.js';

/**
 * - `dead`: waits for a person
 * - `due`: the service tries it again by itself, when its time has come
 * - `parked`: was not tried; follows when the earlier letters of its key are settled
 * - `replayed`: had its effect
 * - `discarded`: given up by a person, for a reason
 */
export type DeadLetterState = 'dead' | 'due' | 'parked' | 'replayed' | 'discarded';

/** A message that could not be handled, as an operator sees it in a list. */
export interface DeadLetterSummary {
  readonly id: string;
  readonly consumer: string;
  /** Which handler of its type failed; null for the one without a name. */
  readonly handler: string | null;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly error: { readonly name: string; readonly text: string };
  readonly attempts: number;
  /** How many of its later retries are used up. */
  readonly retries: number;
  readonly state: DeadLetterState;
  readonly diedAt: Date;
  /** When it is tried again by itself. */
  readonly dueAt: Date | null;
}

/** All of it. Values that are no text are shown as they decode. */
export interface DeadLetter extends DeadLetterSummary {
  /** The first value of each name; null where the header has none. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly value: Buffer | null;
  /** When it was replayed or discarded. */
  readonly settledAt: Date | null;
  readonly discardReason: string | null;
}

/** Which ones are meant; all that is not said matches. */
export interface DeadLetterFilter {
  readonly states?: readonly DeadLetterState[];
  /** The event type as the message names it. */
  readonly type?: string;
  /** Whose letters: the name given with `@OnEvent(…, { as })`. */
  readonly handler?: string;
}

const summary = [
  ...(['id', 'consumer', 'event_id', 'type', 'topic', 'partition', 'position', 'key'] as const),
  ...(['error_class', 'error_text', 'attempts', 'chances', 'state', 'died_at', 'due_at'] as const),
] as const;

type SummaryRow = Pick<Selectable<Row>, (typeof summary)[number]>;

/** Dead letters of a service's database, newest first, at most that many. */
export async function listDeadLetters(
  kysely: AnyKysely,
  { states, type, handler }: DeadLetterFilter = {},
  limit = 100,
): Promise<DeadLetterSummary[]> {
  let query = messagingTables(kysely).selectFrom('messaging.dead_letter').select(summary);
  if (states !== undefined) query = query.where('state', 'in', states);
  if (type !== undefined) query = query.where('type', '=', type);
  if (handler !== undefined) query = query.where(ofHandler(handler));
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toSummary);
}

/** One dead letter with its whole message; undefined when there is none of that id. */
export async function showDeadLetter(kysely: AnyKysely, id: string): Promise<DeadLetter | undefined> {
  const row = await messagingTables(kysely)
    .selectFrom('messaging.dead_letter')
    .select([...summary, 'headers', 'value', 'settled_at', 'discard_reason'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...toSummary(row),
    headers: asText(restoreHeaders(row.headers)),
    value: row.value,
    settledAt: row.settled_at,
    discardReason: row.discard_reason,
  };
}

/** A service's name holds no slash. */
export function ofHandler(name: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`split_part(consumer, '/', 2) = ${name}`;
}

function toSummary(row: SummaryRow): DeadLetterSummary {
  const { id, consumer, type, topic, partition, attempts, chances: retries } = row;
  return {
    id,
    consumer,
    type,
    topic,
    partition,
    attempts,
    retries,
    handler: consumer.split('/')[1] ?? null,
    eventId: row.event_id,
    offset: String(row.position),
    key: row.key?.toString() ?? null,
    error: { name: row.error_class, text: row.error_text },
    state: row.state as DeadLetterState,
    diedAt: row.died_at,
    dueAt: row.due_at,
  };
}

function asText(headers: MessageHeaders): Record<string, string | null> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, headerText(headers, name) ?? null]));
}
