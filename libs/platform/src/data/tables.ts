import { type Kysely, type QueryExecutorProvider } from 'kysely';
import { type DB } from '../generated/db.js';

/** The service's Kysely or an open transaction of it, whatever the service's own tables are. */
export type AnyKysely = QueryExecutorProvider;

/** The platform's tables in the service's database, through the service's own connection. */
export function platformTables(kysely: AnyKysely): Kysely<DB> {
  return kysely as Kysely<DB>;
}
