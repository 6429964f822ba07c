import { type Kysely, type QueryExecutorProvider, type Transaction } from 'kysely';
import { type DB } from './generated/db.js';

/** The service's Kysely, whatever its own tables are. */
export interface AnyKysely extends QueryExecutorProvider {
  readonly isTransaction: boolean;
  destroy(): Promise<void>;
}

/** An open transaction of the service's Kysely, whatever its own tables are. */
export interface AnyTransaction extends QueryExecutorProvider {
  readonly isTransaction: true;
}

/** Messaging's tables in the service's database. */
export function messagingTables(kysely: AnyKysely): Kysely<DB> {
  return kysely as unknown as Kysely<DB>;
}

/** Messaging's tables inside the service's open transaction. */
export function messagingTablesIn(tx: AnyTransaction): Transaction<DB> {
  return tx as unknown as Transaction<DB>;
}
