import { type Pool } from 'pg';

// A statement, a lock or a forgotten transaction never holds a connection for long. Milliseconds.
const LIMITS = {
  timezone: 'UTC',
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
  transaction_timeout: 30_000,
};

/** How a service's sessions with its database are: they speak UTC and give up in time. For a `pg.Pool`. */
export const sessionSettings = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  options: Object.entries(LIMITS)
    .map(([setting, value]) => `-c ${setting}=${value}`)
    .join(' '),
} as const;

/**
 * A connection may die while it is idle, or between two statements of a transaction. Either way the next use of it fails
 * or replaces it; but without these listeners the event would end the process.
 */
export function outliveConnections(pool: Pool, lost: (error: Error) => void): void {
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
}
