import { Kysely, PostgresDialect } from 'kysely';
import { type Logger } from 'pino';
import { createPool } from './pool.js';

/** The service's connections, opened as they are needed. `destroy()` ends them. */
export function connect(databaseUrl: string, service: string, log: Logger): Kysely<unknown> {
  const pool = createPool(databaseUrl, { name: service });
  // A connection that dies while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', (err) => {
    log.warn({ err }, 'an idle database connection was lost');
  });
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
