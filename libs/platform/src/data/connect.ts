import { outliveConnections } from '@jaki/messaging';
import { Kysely, PostgresDialect } from 'kysely';
import { type Logger } from 'pino';
import { type PlatformConfig } from '../config/platform-config.js';
import { createPool } from './pool.js';

/** The service's connections, opened as they are needed. `destroy()` ends them. */
export function connect(config: PlatformConfig, service: string, log: Logger): Kysely<unknown> {
  const prepare = config.PREPARED_STATEMENTS === 'on';
  const pool = createPool(config.DATABASE_URL, { name: service, prepare });
  outliveConnections(pool, (err) => {
    log.warn({ err }, 'a database connection was lost');
  });
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
