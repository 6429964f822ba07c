import { type Kysely, type Transaction } from 'kysely';
import { claimKey, earlierResult, keepResult } from './idempotency.js';
import { type RequestKey } from './request-key.js';

export interface TransactionOptions {
  /** The caller's Idempotency-Key, when it sent one: the work is done once for it, its result answers each repeat. */
  readonly once?: RequestKey | undefined;
}

/** The service's own database: the only door to it. */
export class Database<DB = unknown> {
  constructor(
    readonly kysely: Kysely<DB>,
    /** Told of each committed transaction: what was announced in it may leave now. */
    private readonly committed: (tx: object) => void = () => undefined,
  ) {}

  /**
   * Runs the work in one transaction: all of it happens or, when it throws, nothing.
   *
   * With `once`, the key is stored in the same transaction. The same request with the same key gets the first result
   * again, so a result must survive JSON (no Date, no bigint); a concurrent double waits for the first one; another
   * request under the same key is refused with 422 `idempotency_key_reused`. A refusal stores nothing.
   */
  async transaction<T>(work: (tx: Transaction<DB>) => Promise<T>, { once }: TransactionOptions = {}): Promise<T> {
    let transaction: object | undefined;
    const result = await this.kysely.transaction().execute((tx) => {
      transaction = tx;
      return once === undefined ? work(tx) : workOnce(tx, once, work);
    });
    if (transaction) this.committed(transaction);
    return result;
  }

  /**
   * The result of the earlier request with this key, so that dear work before a transaction is not begun in vain. The
   * transaction still decides: a double may come while the work is done.
   *
   * @returns undefined when there is none
   */
  async resultOf<T>(once: RequestKey | undefined): Promise<T | undefined> {
    const earlier = once && (await earlierResult(this.kysely, once));
    if (earlier === undefined) return undefined;
    once?.replayed();
    return read(earlier.result) as T;
  }
}

async function workOnce<DB, T>(
  tx: Transaction<DB>,
  once: RequestKey,
  work: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const earlier = await claimKey(tx, once);
  if (earlier !== undefined) {
    once.replayed();
    return read(earlier.result) as T;
  }
  const result = JSON.stringify((await work(tx)) ?? null);
  await keepResult(tx, once, result);
  // Read back, so that the first answer cannot differ from a repeat of it.
  return read(result) as T;
}

function read(result: string): unknown {
  return (JSON.parse(result) as unknown) ?? undefined;
}
