import { type Kysely, sql, type Transaction } from 'kysely';
import { type DB } from '../generated/db.js';
import { MOST_ATTEMPTS } from './code.js';
import { type CodeLimits, type CodesAskedFor, LIMIT_WINDOW_MS } from './domain/code-limits.js';

/** Who asks for a code, as hashes. */
export interface Asker {
  readonly phoneHash: Buffer;
  readonly addressHash: Buffer;
}

/** One request at a time for a phone and for an address, on all instances, until the transaction ends. */
export async function queueUp(tx: Transaction<DB>, { phoneHash, addressHash }: Asker): Promise<void> {
  // Always in the same order, so that two requests cannot wait for each other.
  const locks = [phoneHash, addressHash].map((hash) => hash.readBigInt64BE()).sort((a, b) => Number(a > b) - 0.5);
  for (const lock of locks) await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(tx);
}

/** When codes were asked for within the window, as many as the limits need to know, newest first. */
export async function codesAskedFor(
  tx: Transaction<DB>,
  { phoneHash, addressHash }: Asker,
  { limits, now }: { limits: CodeLimits; now: Date },
): Promise<CodesAskedFor> {
  const since = new Date(now.getTime() - LIMIT_WINDOW_MS);
  const moments = tx
    .selectFrom('otp_challenge')
    .select('created_at')
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc');
  const forPhone = await moments.where('phone_hash', '=', phoneHash).limit(limits.perPhone).execute();
  const fromAddress = await moments.where('address_hash', '=', addressHash).limit(limits.perAddress).execute();
  return {
    forPhone: forPhone.map((row) => row.created_at),
    fromAddress: fromAddress.map((row) => row.created_at),
  };
}

/** Counts a guess. @returns the hash to compare with; undefined when nothing may be guessed at (any more) */
export async function countGuess(db: Kysely<DB>, challengeId: string, now: Date): Promise<Buffer | undefined> {
  const row = await db
    .updateTable('otp_challenge')
    .set((challenge) => ({ attempts: challenge('attempts', '+', 1) }))
    .where('id', '=', challengeId)
    .where('attempts', '<', MOST_ATTEMPTS)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst();
  return row?.code_hash;
}

/** Uses a challenge up. @returns false when another login did */
export async function useUp(db: Kysely<DB>, challengeId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('otp_challenge')
    .set({ used_at: now })
    .where('id', '=', challengeId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
