import { CompiledQuery, sql } from 'kysely';
import { Refusal } from '../http/refusal.js';
import { type RequestKey } from './request-key.js';
import { type AnyKysely, platformTables } from './tables.js';

// Written out, because every write of every service pays for them: Kysely would build them anew each time.
const CLAIM = `insert into platform.idempotency_key (caller, key, fingerprint) values ($1, $2, $3)
  on conflict do nothing`;
const KEEP = 'update platform.idempotency_key set result = $1 where caller = $2 and key = $3';

/**
 * Takes the key for this transaction, waiting for another transaction that holds it.
 *
 * @returns undefined when the work is still to be done, else the result of the earlier request
 * @throws Refusal 422 `idempotency_key_reused` when the key stood for another request
 */
export async function claimKey(
  tx: AnyKysely,
  { caller, key, fingerprint }: RequestKey,
): Promise<{ result: string } | undefined> {
  const tables = platformTables(tx);
  const claimed = await tables.executeQuery(CompiledQuery.raw(CLAIM, [caller, key, fingerprint]));
  if (claimed.numAffectedRows === 1n) return undefined;
  const earlier = await tables
    .selectFrom('platform.idempotency_key')
    .select(['fingerprint', 'result'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (!earlier.fingerprint.equals(fingerprint)) {
    throw new Refusal(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return { result: earlier.result ?? 'null' };
}

/** Stores what the work returned, to be seen by others only if the work commits. */
export async function keepResult(tx: AnyKysely, { caller, key }: RequestKey, result: string): Promise<void> {
  await platformTables(tx).executeQuery(CompiledQuery.raw(KEEP, [result, caller, key]));
}

/** Deletes keys of more than 24 hours ago, some thousands at a time. @returns how many went */
export async function forgetOldKeys(kysely: AnyKysely, atMost = 5_000): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM platform.idempotency_key WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM platform.idempotency_key WHERE created_at < now() - interval '24 hours' LIMIT ${atMost}))`.execute(
    kysely,
  );
  return Number(numAffectedRows ?? 0n);
}
