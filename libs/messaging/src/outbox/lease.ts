import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type DB } from '../generated/db.js';
import { SHARDS } from './shard.js';

const LEASE_MS = 10_000;
/** Short against the lease, so that shards of a dead or a new relay change hands within 12 s and 4 s. */
const RENEW_MS = 2_000;
/** Trust a lease a little shorter than the database does: the answer that granted it took time to arrive. */
const MARGIN_MS = 1_000;

const inTenSeconds = sql<Date>`clock_timestamp() + ${LEASE_MS} * interval '1 ms'`;

/** The shards that this relay may send, shared fairly with the other instances. All times are the database's. */
export class ShardLease {
  readonly owner = randomUUID();
  readonly #db: Kysely<DB>;
  #epochs: ReadonlyMap<number, bigint> = new Map();
  #asked = -Infinity;

  constructor(db: Kysely<DB>) {
    this.#db = db;
  }

  /** Shards held now, each with the epoch under which it is held. Empty when the lease may have run out. */
  get held(): ReadonlyMap<number, bigint> {
    return performance.now() < this.#asked + LEASE_MS - MARGIN_MS ? this.#epochs : new Map();
  }

  /** True while all shards are held here. */
  get alone(): boolean {
    return this.held.size === SHARDS;
  }

  /** Renews what is held and takes or gives away shards when it is time. Call it between batches only. */
  async keep(): Promise<void> {
    const asked = performance.now();
    if (asked - this.#asked < RENEW_MS) return;
    this.#epochs = await this.#share();
    this.#asked = asked;
  }

  /** Somebody else holds what we thought was ours: send nothing before the database has been asked. */
  lost(): void {
    this.#epochs = new Map();
    this.#asked = -Infinity;
  }

  /** Gives everything back, so that another instance need not wait for the lease to run out. */
  async release(): Promise<void> {
    this.#epochs = new Map();
    const { owner } = this;
    await sql`UPDATE messaging.outbox_lease SET owner = NULL, until = '-infinity' WHERE owner = ${owner}`.execute(
      this.#db,
    );
    await this.#db.deleteFrom('messaging.outbox_relay').where('owner', '=', owner).execute();
  }

  async #share(): Promise<ReadonlyMap<number, bigint>> {
    const { mine, others } = await this.#renew();
    const fair = Math.ceil(SHARDS / (others + 1));
    const surplus = [...mine.keys()].slice(fair);
    if (surplus.length > 0) await this.#giveBack(surplus);
    for (const shard of surplus) mine.delete(shard);
    if (mine.size < fair) for (const [shard, epoch] of await this.#take(fair - mine.size)) mine.set(shard, epoch);
    return mine;
  }

  /** One statement, as it is all that an idle relay does: says that it lives, renews what it holds, counts the others. */
  async #renew(): Promise<{ mine: Map<number, bigint>; others: number }> {
    const { owner } = this;
    const { rows } = await sql<{ shard: number | null; epoch: bigint; others: number }>`
      WITH forgotten AS (
        DELETE FROM messaging.outbox_relay
        WHERE until < clock_timestamp() - interval '1 minute' AND owner <> ${owner}
      ), me AS (
        INSERT INTO messaging.outbox_relay (owner, until) VALUES (${owner}, ${inTenSeconds})
        ON CONFLICT (owner) DO UPDATE SET until = excluded.until
      ), mine AS (
        UPDATE messaging.outbox_lease SET until = ${inTenSeconds} WHERE owner = ${owner} RETURNING shard, epoch
      ), relays AS (
        SELECT count(*)::int AS others FROM messaging.outbox_relay
        WHERE until > clock_timestamp() AND owner <> ${owner}
      )
      SELECT shard, epoch, others FROM relays LEFT JOIN mine ON true`.execute(this.#db);
    const mine = rows.flatMap(({ shard, epoch }) => (shard === null ? [] : [{ shard, epoch }]));
    return { mine: byShard(mine), others: rows[0]?.others ?? 0 };
  }

  /** Only free shards: `SKIP LOCKED` because two relays may reach for the same one, and either is right. */
  async #take(count: number): Promise<Map<number, bigint>> {
    const { rows } = await sql<Held>`
      UPDATE messaging.outbox_lease SET owner = ${this.owner}, epoch = epoch + 1, until = ${inTenSeconds}
      WHERE shard IN (SELECT shard FROM messaging.outbox_lease WHERE until < clock_timestamp()
                      ORDER BY shard LIMIT ${count} FOR UPDATE SKIP LOCKED)
      RETURNING shard, epoch`.execute(this.#db);
    return byShard(rows);
  }

  async #giveBack(shards: readonly number[]): Promise<void> {
    await sql`UPDATE messaging.outbox_lease SET owner = NULL, until = '-infinity'
      WHERE owner = ${this.owner} AND shard = ANY(${shards}::smallint[])`.execute(this.#db);
  }
}

interface Held {
  shard: number;
  epoch: bigint;
}

function byShard(rows: readonly Held[]): Map<number, bigint> {
  return new Map(rows.map(({ shard, epoch }) => [shard, epoch]));
}
