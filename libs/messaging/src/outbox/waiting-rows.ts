import { type Kysely, sql } from 'kysely';
import { type DB } from '../generated/db.js';

/** A row of the outbox as the relay reads it; the id goes back as it came. */
export interface WaitingRow {
  readonly shard: number;
  readonly id: bigint | string;
  readonly event_id: string;
  readonly topic: string;
  readonly partition_key: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer;
}

/**
 * The oldest rows of each held shard, oldest first; no shard can crowd out the others. Its `SELECT *` keeps it from being
 * prepared, and that is meant: a plan that was kept since the outbox was empty would read all of a full one.
 */
export async function readWaiting(
  db: Kysely<DB>,
  shards: readonly number[],
  perShard: number,
): Promise<readonly WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    SELECT o.shard, o.id, o.event_id, o.topic, o.partition_key, o.headers, o.payload
    FROM unnest(${shards}::smallint[]) AS held (shard)
    CROSS JOIN LATERAL (
      SELECT * FROM messaging.outbox WHERE outbox.shard = held.shard ORDER BY id LIMIT ${perShard}
    ) o ORDER BY o.id`.execute(db);
  return rows;
}

/** Rows of shards held under these epochs only: one who lost a shard has no say over its rows any more. */
const sentRows = (held: ReadonlyMap<number, bigint>, owner: string, rows: readonly WaitingRow[]) => sql`
  outbox o USING messaging.outbox_lease l, unnest(
    ${rows.map((row) => row.shard)}::smallint[],
    ${rows.map((row) => String(row.id))}::bigint[],
    ${rows.map((row) => String(held.get(row.shard)))}::bigint[]) AS sent (shard, id, epoch)
  WHERE o.shard = sent.shard AND o.id = sent.id
    AND l.shard = sent.shard AND l.epoch = sent.epoch AND l.owner = ${owner}`;

/** Forgets rows that the broker has acknowledged. False when some are no longer ours to forget. */
export async function deleteSent(
  db: Kysely<DB>,
  lease: { held: ReadonlyMap<number, bigint>; owner: string },
  rows: readonly WaitingRow[],
): Promise<boolean> {
  const deleted = await sql`DELETE FROM messaging.${sentRows(lease.held, lease.owner, rows)}`.execute(db);
  return deleted.numAffectedRows === BigInt(rows.length);
}

/** Puts a row aside that the broker refuses for what it is, so that the rows behind it can go on. */
export async function putAside(
  db: Kysely<DB>,
  lease: { held: ReadonlyMap<number, bigint>; owner: string },
  { row, error }: { row: WaitingRow; error: string },
): Promise<void> {
  await sql`
    WITH refused AS (DELETE FROM messaging.${sentRows(lease.held, lease.owner, [row])} RETURNING o.*)
    INSERT INTO messaging.outbox_dead
      (id, shard, event_id, topic, partition_key, aggregate_version, headers, payload, created_at, error)
    SELECT id, shard, event_id, topic, partition_key, aggregate_version, headers, payload, created_at, ${error}
    FROM refused`.execute(db);
}
