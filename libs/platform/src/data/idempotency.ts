import { sql } from 'kysely';
import { Refusal } from '../http/refusal.js';
import { type RequestKey } from './request-key.js';
import { type AnyKysely, platformTables } from './tables.js';

const TABLE = 'platform.idempotency_key';

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
  const claimed = await tables
    .insertInto(TABLE)
    .values({ caller, key, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await tables
    .selectFrom(TABLE)
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
  await platformTables(tx)
    .updateTable(TABLE)
    .set({ result })
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute();
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
