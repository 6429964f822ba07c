import { type Selectable } from 'kysely';
import { type DeadLetter } from '../generated/db.js';
import { type InboundMessage, type MessageHeaders } from '../kafka/message.js';

/** A row of the dead-letter table. */
export type StoredLetter = Selectable<DeadLetter>;

/** Header values may be any bytes, and PostgreSQL's text takes no NUL: JSON of base64 keeps them all. */
export function storeHeaders(headers: MessageHeaders): string {
  const entries = Object.entries(headers).map(([name, value]) => [name, asList(value).map(toBase64)]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** The headers as they were. */
export function restoreHeaders(stored: string): MessageHeaders {
  const entries = Object.entries(JSON.parse(stored) as Record<string, (string | null)[]>);
  return Object.fromEntries(
    entries.map(([name, values]) => [
      name,
      values.map((value) => (value === null ? null : Buffer.from(value, 'base64'))),
    ]),
  );
}

/** For people to read: control characters, which PostgreSQL or a terminal may choke on, become a replacement mark. */
export function printable(text: string, length: number): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd').slice(0, length);
}

/** A row of the dead-letter table as the message that it was. */
export function restoreMessage(row: StoredLetter): InboundMessage {
  const { topic, partition, key, value, recorded_at: recordedAt } = row;
  return {
    topic,
    partition,
    offset: String(row.position),
    recordedAt,
    key,
    value,
    headers: restoreHeaders(row.headers),
  };
}

function asList<Item>(value: Item | Item[] | undefined): Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function toBase64(value: Buffer | string | null): string | null {
  return value === null ? null : Buffer.from(value).toString('base64');
}
