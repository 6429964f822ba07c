import { Kysely, PostgresDialect } from 'kysely';
import { type Logger } from 'pino';
import { type PlatformConfig } from '../config/platform-config.js';
import { createPool } from './pool.js';

/** The service's connections, opened as they are needed. `destroy()` ends them. */
export function connect(config: PlatformConfig, service: string, log: Logger): Kysely<unknown> {
  const prepare = config.PREPARED_STATEMENTS === 'on';
  const pool = createPool(config.DATABASE_URL, { name: service, prepare });
  // A connection may die while it is idle, or between two statements of a transaction. Either way the next use of it
  // fails or replaces it; but without these listeners the event would end the process.
  const lost = (err: Error) => {
    log.warn({ err }, 'a database connection was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
