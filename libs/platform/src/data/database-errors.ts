import { isError } from '../problems/is-error.js';

// SQLSTATE classes: https://www.postgresql.org/docs/18/errcodes-appendix.html
// Class 53 is a server without disk, memory or connections to spare, 58 one whose disk fails it.
// 57014, 25P03 and 25P04 are statements and transactions that it gave up because they took too long.
const OUT_OF_ORDER = /^(08|57P0[1-5]|57014|25P0[34]|53|58)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN']);
// node-postgres gives these no code.
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** True when PostgreSQL could not be reached, went away or has no room, so that the same work may succeed later. */
export function isDatabaseDown(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return OUT_OF_ORDER.test(code) || NETWORK.has(code) || DRIVER.test(error.message);
}

/** True when PostgreSQL gave up waiting for a lock, or for one side of a deadlock. */
export function isLockTimeout(error: unknown): boolean {
  return isError(error) && 'code' in error && (error.code === '55P03' || error.code === '40P01');
}
