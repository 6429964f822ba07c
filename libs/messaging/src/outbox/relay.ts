import { Logger } from '@nestjs/common';
import { type Kysely } from 'kysely';
import { type DB } from '../generated/db.js';
import { type OutboundMessage, RefusedByBroker, type Sender } from '../kafka/sender.js';
import { type MessagingMetrics } from '../metrics.js';
import { backoff, pause, within } from '../pause.js';
import { ShardLease } from './lease.js';
import { deleteSent, putAside, readWaiting, type WaitingRow } from './waiting-rows.js';
import { type WakeUp } from './wake-up.js';

/** The broker refuses more than 1 MiB in one batch of a partition, and kafkajs does not split. */
const MAX_BATCH_BYTES = 900_000;
const ROWS_PER_SHARD = 125;
/** Under load, what commits within so long leaves together: a look, a send and a deletion for many instead of for each. */
const GATHER_MS = 20;
const FIRST_LOOK_MS = 5;
const LAST_LOOK_MS = 500;
/** Nobody else has a part in sending, so hardly anything is written that the wake-up does not tell of. */
const LAST_LOOK_ALONE_MS = 1_000;
const NOTHING = { sent: 0, more: false };
const GOODBYE_MS = 1_000;

/**
 * Brings outbox rows to Kafka: look, send, forget, one batch in flight. After a crash or an error the same rows are
 * sent again, so consumers see copies but no gap, and a key's first copies in the order of its commits.
 */
export class Relay {
  readonly #log = new Logger('Relay');
  readonly #stop = new AbortController();
  readonly #lease: ShardLease;
  #running: Promise<void> | undefined;

  constructor(
    private readonly db: Kysely<DB>,
    private readonly sender: Sender,
    private readonly wakeUp: WakeUp,
    private readonly metrics: MessagingMetrics,
  ) {
    this.#lease = new ShardLease(db);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Sends what is already written, then leaves the shards to others, in at most that long. */
  async stop(withinMs: number): Promise<void> {
    const sendingMs = withinMs - GOODBYE_MS;
    this.#stop.abort();
    this.wakeUp.ring();
    await within(this.#finish(performance.now() + sendingMs), sendingMs);
    // A broker that does not answer may keep the sender, but not the shards.
    const goodbye = [this.#lease.release().catch(() => undefined), this.sender.close()];
    await within(Promise.all(goodbye), GOODBYE_MS);
  }

  async #finish(deadline: number): Promise<void> {
    await this.#running;
    try {
      while (performance.now() < deadline && (await this.#round()).sent > 0);
    } catch (error) {
      this.#report(error, 0);
    }
  }

  async #run(): Promise<void> {
    let failures = 0;
    let idle = 0;
    while (!this.#stop.signal.aborted) {
      try {
        await this.#lease.keep();
        const { sent, more } = await this.#round();
        idle = sent > 0 ? 0 : idle + 1;
        if (failures > 0) this.#log.log('sending again');
        failures = 0;
        if (more) continue;
        // More was committed while this batch was on its way: it is busy. In quiet times nothing waits.
        if (sent > 0 && this.wakeUp.due) await pause(GATHER_MS, this.#stop.signal);
        const lastLook = this.#lease.alone ? LAST_LOOK_ALONE_MS : LAST_LOOK_MS;
        if (await this.wakeUp.wait(Math.min(lastLook, FIRST_LOOK_MS * 2 ** Math.min(idle, 10)))) idle = 0;
      } catch (error) {
        this.#report(error, failures);
        await pause(backoff(failures++, { from: 100, to: 1000 }), this.#stop.signal);
      }
    }
  }

  /** One batch. Returns how many rows it sent, and whether more are waiting already. */
  async #round(): Promise<{ sent: number; more: boolean }> {
    const { held, owner } = this.#lease;
    if (held.size === 0) return NOTHING;
    const waiting = await readWaiting(this.db, [...held.keys()], ROWS_PER_SHARD);
    const batch = upTo(MAX_BATCH_BYTES, waiting);
    if (batch.length === 0) return NOTHING;
    try {
      await this.sender.send(batch.map(toMessage));
      if (!(await deleteSent(this.db, { held, owner }, batch))) this.#lease.lost();
    } catch (error) {
      if (!(error instanceof RefusedByBroker)) throw error;
      await this.#oneByOne({ held, owner }, batch);
    }
    this.metrics.relayBatchSize.observe(batch.length);
    return { sent: batch.length, more: batch.length >= ROWS_PER_SHARD || batch.length < waiting.length };
  }

  /** A refused batch tells nothing of its rows: only one that is refused alone is put aside. */
  async #oneByOne(lease: { held: ReadonlyMap<number, bigint>; owner: string }, batch: readonly WaitingRow[]) {
    for (const row of batch) {
      try {
        await this.sender.send([toMessage(row)]);
        await deleteSent(this.db, lease, [row]);
      } catch (error) {
        if (!(error instanceof RefusedByBroker)) throw error;
        this.#log.error(`event ${row.event_id} for ${row.topic} cannot be sent: ${error.message}`);
        this.metrics.relayErrors.inc({ kind: 'refused' });
        await putAside(this.db, lease, { row, error: error.message });
      }
    }
  }

  #report(error: unknown, failures: number): void {
    this.metrics.relayErrors.inc({ kind: 'failed' });
    // Once when it starts and then about every half minute: a broker may be away for hours.
    if (failures % 30 === 0) this.#log.warn(`cannot send, trying again: ${String(error)}`);
  }
}

function toMessage(row: WaitingRow): OutboundMessage {
  const headers = { ...row.headers, ce_id: row.event_id };
  return { topic: row.topic, key: row.partition_key, headers, value: row.payload };
}

/** The first rows that stay below the limit together; one row in any case. */
function upTo(limit: number, rows: readonly WaitingRow[]): readonly WaitingRow[] {
  let bytes = 0;
  const first = rows.findIndex((row, index) => {
    bytes += row.payload.length + row.partition_key.length + JSON.stringify(row.headers).length + 100;
    return bytes > limit && index > 0;
  });
  return first === -1 ? rows : rows.slice(0, first);
}
