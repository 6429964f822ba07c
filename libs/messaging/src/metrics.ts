import { type Kysely, type RawBuilder, sql } from 'kysely';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type DB } from './generated/db.js';

/** What an operator sees of the event flow; the names are public, alert rules hang on them. */
export class MessagingMetrics {
  readonly relayBatchSize: Histogram;
  readonly relayErrors: Counter<'kind'>;
  readonly duplicates: Counter;
  readonly skipped: Counter<'topic'>;
  /** Alarm at the first one. */
  readonly gaps: Counter<'topic'>;
  readonly retries: Counter<'reason'>;
  readonly deadLetters: Counter<'topic' | 'error'>;
  readonly lag: Gauge<'topic' | 'partition'>;
  readonly eventAge: Histogram;

  constructor(registry: Registry, db: Kysely<DB>) {
    const registers = [registry];
    const counters = countersIn(registry);
    this.relayErrors = counters.relayErrors;
    this.duplicates = counters.duplicates;
    this.skipped = counters.skipped;
    this.gaps = counters.gaps;
    this.retries = counters.retries;
    this.deadLetters = counters.deadLetters;
    const labelNames = ['topic', 'partition'] as const;
    this.lag = new Gauge({ name: 'consumer_lag', help: 'Messages not handled yet', labelNames, registers });
    const sizes = [1, 5, 25, 100, 250, 500, 1000];
    const sent = 'Events sent to Kafka at once';
    this.relayBatchSize = new Histogram({ name: 'relay_batch_size', help: sent, buckets: sizes, registers });
    this.eventAge = new Histogram({
      name: 'event_age_seconds',
      help: 'Time from an event to its effect here',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30, 300, 3600],
      registers,
    });
    outboxGauges(registry, db);
    deadLetterGauge(registry, db);
  }
}

function countersIn(registry: Registry) {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const unread = 'Times that events were deleted before this service had read them';
  const foreign = 'Events of types that this service does not subscribe to';
  return {
    relayErrors: counter('relay_errors_total', 'Failed looks or sends of the relay', ['kind']),
    duplicates: counter('inbox_duplicates_total', 'Copies of events that already had their effect'),
    skipped: counter('consumer_skipped_total', foreign, ['topic']),
    gaps: counter('consumer_gaps_total', unread, ['topic']),
    retries: counter('consumer_retry_total', 'Failed attempts to handle an event', ['reason']),
    deadLetters: counter('dead_letters_total', 'Messages given up', ['topic', 'error']),
  };
}

interface CountedRows {
  readonly value: RawBuilder<number>;
  readonly table: RawBuilder<unknown>;
}

/** Asked of the database at each scrape, so that they are true also when this instance's relay is not running. */
function outboxGauges(registry: Registry, db: Kysely<DB>): void {
  const gauge = (name: string, help: string, { value, table }: CountedRows) => {
    const ask = () => sql<{ value: number }>`SELECT (${value})::float8 AS value FROM ${table}`.execute(db);
    return new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // A scrape must not fail because the database does: this value stays as it last was.
        const rows = await ask().then(
          (answer) => answer.rows,
          () => undefined,
        );
        if (rows !== undefined) this.set(rows[0]?.value ?? 0);
      },
    });
  };
  const [count, table] = [sql<number>`count(*)`, sql`messaging.outbox`];
  const age = sql<number>`coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)`;
  gauge('outbox_pending', 'Events written but not sent yet', { value: count, table });
  gauge('outbox_oldest_age_seconds', 'Age of the oldest event not sent yet', { value: age, table });
  gauge('outbox_dead', 'Events that the broker refuses to take', { value: count, table: sql`messaging.outbox_dead` });
}

/** By state, and zero for a state that no letter is in, so that an alert ends. */
function deadLetterGauge(registry: Registry, db: Kysely<DB>): void {
  new Gauge({
    name: 'dead_letters_waiting',
    help: 'Messages given up or parked: for a person (dead), for a later retry (due), for an earlier one (parked)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const waiting = db
        .selectFrom('messaging.dead_letter')
        .select(['state', sql<number>`count(*)::float8`.as('count')])
        .where('state', 'in', ['dead', 'due', 'parked'])
        .groupBy('state')
        .execute();
      await waiting.then(
        (rows) => {
          for (const state of ['dead', 'due', 'parked']) this.set({ state }, 0);
          for (const { state, count } of rows) this.set({ state }, count);
        },
        () => undefined,
      );
    },
  });
}
