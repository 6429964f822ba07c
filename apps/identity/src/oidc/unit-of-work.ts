import { AsyncLocalStorage } from 'node:async_hooks';
import { type ControlledTransaction, type Kysely } from 'kysely';
import { Injectable } from '@nestjs/common';
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
  query<T>(query: (db: ControlledTransaction<DB> | Kysely<DB>) => Promise<T>): Promise<T> {
    return this.#current.getStore()?.query(query) ?? query(this.#db);
  }
}

class Unit {
  #transaction: Promise<ControlledTransaction<DB>> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Kysely<DB>) {}

  query<T>(query: (tx: ControlledTransaction<DB>) => Promise<T>): Promise<T> {
    // oidc-provider revokes with several queries at once; a connection takes one at a time.
    const result = this.#last.then(async () => query(await this.#begin()));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async end(keep: boolean): Promise<void> {
    await this.#last;
    if (this.#transaction === undefined) return;
    const transaction = await this.#transaction;
    this.#transaction = undefined;
    await (keep ? transaction.commit() : transaction.rollback()).execute();
  }

  #begin(): Promise<ControlledTransaction<DB>> {
    this.#transaction ??= this.db.startTransaction().execute();
    return this.#transaction;
  }
}
