import { CompiledQuery, sql } from 'kysely';
import { Refusal } from '../problems/refusal.js';
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
export async function claimKey(tx: AnyKysely, once: RequestKey): Promise<{ result: string } | undefined> {
  const { caller, key } = once;
  const claim = CompiledQuery.raw(CLAIM, [caller, key, known(once)]);
  const claimed = await platformTables(tx).executeQuery(claim);
  if (claimed.numAffectedRows === 1n) return undefined;
  return earlierResult(tx, once);
}

/**
 * What the same request was answered before, for a caller that would rather not begin: the work before its transaction
 * may be dear.
 *
 * @throws Refusal 422 `idempotency_key_reused` when the key stood for another request
 */
export async function earlierResult(kysely: AnyKysely, once: RequestKey): Promise<{ result: string } | undefined> {
  const earlier = await platformTables(kysely)
    .selectFrom('platform.idempotency_key')
    .select(['fingerprint', 'result'])
    .where('caller', '=', once.caller)
    .where('key', '=', once.key)
    .executeTakeFirst();
  if (earlier === undefined) return undefined;
  if (!earlier.fingerprint.equals(known(once))) {
    throw new Refusal(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return { result: earlier.result ?? 'null' };
}

function known({ fingerprint }: RequestKey): Buffer {
  if (fingerprint === undefined) throw new Error('the key of a form needs its content: withContent(once, bytes)');
  return fingerprint;
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
