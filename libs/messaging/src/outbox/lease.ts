import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
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

  /** Renews what is held and takes or gives away shards when it is time. Call it between batches only. */
  async keep(): Promise<void> {
    const asked = performance.now();
    if (asked - this.#asked < RENEW_MS) return;
    this.#epochs = await this.#db.transaction().execute((tx) => this.#share(tx));
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

  async #share(tx: Transaction<DB>): Promise<ReadonlyMap<number, bigint>> {
    const fair = Math.ceil(SHARDS / (await this.#countRelays(tx)));
    const mine = await this.#renew(tx);
    const surplus = [...mine.keys()].slice(fair);
    if (surplus.length > 0) await this.#giveBack(tx, surplus);
    for (const shard of surplus) mine.delete(shard);
    if (mine.size < fair) for (const [shard, epoch] of await this.#take(tx, fair - mine.size)) mine.set(shard, epoch);
    return mine;
  }

  async #countRelays(tx: Transaction<DB>): Promise<number> {
    await sql`DELETE FROM messaging.outbox_relay WHERE until < clock_timestamp() - interval '1 minute'`.execute(tx);
    await tx
      .insertInto('messaging.outbox_relay')
      .values({ owner: this.owner, until: inTenSeconds })
      .onConflict((conflict) => conflict.column('owner').doUpdateSet({ until: inTenSeconds }))
      .execute();
    const { rows } = await sql<{ relays: number }>`
      SELECT count(*)::int AS relays FROM messaging.outbox_relay WHERE until > clock_timestamp()`.execute(tx);
    return rows[0]?.relays ?? 1;
  }

  async #renew(tx: Transaction<DB>): Promise<Map<number, bigint>> {
    const { rows } = await sql<Held>`
      UPDATE messaging.outbox_lease SET until = ${inTenSeconds} WHERE owner = ${this.owner}
      RETURNING shard, epoch`.execute(tx);
    return byShard(rows);
  }

  /** Only free shards: `SKIP LOCKED` because two relays may reach for the same one, and either is right. */
  async #take(tx: Transaction<DB>, count: number): Promise<Map<number, bigint>> {
    const { rows } = await sql<Held>`
      UPDATE messaging.outbox_lease SET owner = ${this.owner}, epoch = epoch + 1, until = ${inTenSeconds}
      WHERE shard IN (SELECT shard FROM messaging.outbox_lease WHERE until < clock_timestamp()
                      ORDER BY shard LIMIT ${count} FOR UPDATE SKIP LOCKED)
      RETURNING shard, epoch`.execute(tx);
    return byShard(rows);
  }

  async #giveBack(tx: Transaction<DB>, shards: readonly number[]): Promise<void> {
    await sql`UPDATE messaging.outbox_lease SET owner = NULL, until = '-infinity'
      WHERE owner = ${this.owner} AND shard = ANY(${shards}::smallint[])`.execute(tx);
  }
}

interface Held {
  shard: number;
  epoch: bigint;
}

function byShard(rows: readonly Held[]): Map<number, bigint> {
  return new Map(rows.map(({ shard, epoch }) => [shard, epoch]));
}
