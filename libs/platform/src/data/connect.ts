import { Kysely, PostgresDialect } from 'kysely';
import { type Logger } from 'pino';
import { outliveConnections } from '@jaki/messaging';
import { type PlatformConfig } from '../config/platform-config.js';
import { createPool } from './pool.js';
import { watchPool } from './stuck-pool.js';

export interface Connections {
  readonly kysely: Kysely<unknown>;
  /** For how many milliseconds no connection could be had; 0 while they come and go. */
  readonly stuckFor: () => number;
}

/** The service's connections, opened as they are needed. `kysely.destroy()` ends them. */
export function connect(config: PlatformConfig, service: string, log: Logger): Connections {
  const prepare = config.PREPARED_STATEMENTS === 'on';
  const pool = createPool(config.DATABASE_URL, { name: service, prepare });
  outliveConnections(pool, (err) => {
    log.warn({ err }, 'a database connection was lost');
  });
  return { kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }), stuckFor: watchPool(pool) };
}
