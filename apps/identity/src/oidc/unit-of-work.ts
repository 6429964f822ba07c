import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { Database } from '@jaki/platform';
import { type DB } from '../generated/db.js';

/**
 * One transaction per request to oidc-provider, whose adapter is called from deep inside it. The transaction begins
 * with the first query, so that what must be counted whatever happens (guesses at a code) is written before it on
 * another connection, and no request ever holds two.
 */
@Injectable()
export class UnitOfWork {
  readonly #current = new AsyncLocalStorage<Unit>();
  readonly #db: Kysely<DB>;

  constructor(database: Database<DB>) {
    this.#db = database.kysely;
  }

  /** Runs the work and keeps its changes only if it says so. */
  async run(work: () => Promise<void>, succeeded: () => boolean): Promise<void> {
    const unit = new Unit(this.#db);
    try {
      await this.#current.run(unit, work);
      await unit.end(succeeded());
    } catch (error) {
      await unit.end(false);
      throw error;
    }
  }

  /** Queries within the request's transaction, one after another; outside of a request, without one. */
  query<T>(query: (db: Kysely<DB>) => Promise<T>): Promise<T> {
    return this.#current.getStore()?.query(query) ?? query(this.#db);
  }
}

/** Ends a transaction that keeps nothing. */
class KeepNothing extends Error {}

class Unit {
  readonly #verdict = Promise.withResolvers<boolean>();
  #transaction: Promise<Transaction<DB>> | undefined;
  #done: Promise<void> = Promise.resolve();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Kysely<DB>) {}

  query<T>(query: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
    // oidc-provider revokes with several queries at once; a connection takes one at a time.
    const result = this.#last.then(async () => query(await this.#begin()));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** @throws what kept the changes from being kept */
  async end(keep: boolean): Promise<void> {
    await this.#last;
    this.#verdict.resolve(keep);
    await this.#done.catch((error: unknown) => {
      // Nothing was to be kept, and nothing is.
      if (keep && !(error instanceof KeepNothing)) throw error;
    });
  }

  /**
   * The transaction lives within a callback, so that its connection goes back to the pool however it ends: also when its
   * session is dead and neither commit nor rollback can be said.
   */
  #begin(): Promise<Transaction<DB>> {
    this.#transaction ??= new Promise((resolve, reject) => {
      this.#done = this.db.transaction().execute(async (tx) => {
        resolve(tx);
        if (!(await this.#verdict.promise)) throw new KeepNothing();
      });
      this.#done.catch(reject);
    });
    return this.#transaction;
  }
}
