import { CompiledQuery, type Insertable } from 'kysely';
import { type Announcement, cloudEventHeaders } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { CorrelationContext } from '../correlation.js';
import { type AnyTransaction, messagingTablesIn } from '../database.js';
import { type Outbox as OutboxRow } from '../generated/db.js';
import { traceOfAnnouncement } from '../tracing.js';
import { shardOf } from './shard.js';
import { type WakeUp } from './wake-up.js';

/** Where a service announces what happened, in the transaction that makes it happen. */
export class Outbox {
  readonly #service: string;
  readonly #wakeUp: WakeUp;

  constructor(service: string, wakeUp: WakeUp) {
    this.#service = service;
    this.#wakeUp = wakeUp;
  }

  /**
   * Announces the events if and only if the transaction commits. Lock or version-check the aggregate first and call
   * this last: then a key's events are sent in the order in which their changes committed.
   *
   * @throws TypeError when an event's topic belongs to another service
   */
  async add(tx: AnyTransaction, events: readonly Announcement[]): Promise<void> {
    await this.insert(
      tx,
      events.map((event) => this.#row(event)),
    );
  }

  /** Writes rows that are no declared events (dead letters' notices). */
  async insert(tx: AnyTransaction, rows: readonly OutboxEntry[]): Promise<void> {
    if (rows.length === 0) return;
    await messagingTablesIn(tx).executeQuery(CompiledQuery.raw(insertOf(rows.length), rows.flatMap(valuesOf)));
    this.#wakeUp.expect(tx);
  }

  /**
   * Says that this transaction has been committed, so that its events leave at once instead of at the relay's next
   * look (5–1,000 ms, the longer the quieter). Whoever opened the transaction calls it after the commit.
   */
  committed(tx: object): void {
    this.#wakeUp.committed(tx);
  }

  #row(event: Announcement): OutboxEntry {
    const { declaration, key, sequence, data } = event;
    if (declaration.topic.owner !== this.#service) {
      throw new TypeError(`${this.#service} may not announce ${declaration.type} of ${declaration.topic.owner}`);
    }
    return {
      topic: declaration.topic.name,
      partition_key: key,
      aggregate_version: BigInt(sequence),
      headers: JSON.stringify(cloudEventHeaders(event, relations(declaration.topic.name))),
      payload: Buffer.from(JSON.stringify(data)),
    };
  }
}

/** Texts that were built before: every change of every service passes here, and most announce one event or two. */
const inserts = new Map<number, string>();

function insertOf(rows: number): string {
  const known = inserts.get(rows);
  if (known !== undefined) return known;
  const values = Array.from({ length: rows }, (_, row) => {
    const numbers = Array.from({ length: 6 }, (_, column) => `$${row * 6 + column + 1}`);
    return `(${numbers.join(', ')})`;
  });
  const text = `insert into messaging.outbox (topic, partition_key, aggregate_version, headers, payload, shard)
  values ${values.join(', ')}`;
  if (rows <= 20) inserts.set(rows, text);
  return text;
}

function valuesOf(row: OutboxEntry): unknown[] {
  const { topic, partition_key: key, aggregate_version: version, headers, payload } = row;
  return [topic, key, version, headers, payload, shardOf(key)];
}

/** A row to be sent; the database gives its id, its event id and its time. */
export type OutboxEntry = Omit<Insertable<OutboxRow>, 'shard' | 'id' | 'event_id' | 'created_at'>;

function relations(topic: string): Record<string, string> {
  const current = CorrelationContext.get();
  const traceparent = traceOfAnnouncement(topic);
  return {
    ce_correlationid: current?.correlationId ?? newId(),
    ...(current?.causationId && { ce_causationid: current.causationId }),
    ...(traceparent && { ce_traceparent: traceparent }),
  };
}
