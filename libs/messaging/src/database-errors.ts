/**
 * What is the matter with the database, when an error came of that.
 * - `away`: it could not be reached, went away, takes no writes or has no room: the same work may succeed later
 * - `overdue`: it gave up a statement or a transaction that took too long
 * - `contended`: others were in the way: a deadlock, a lock waited for too long, a serialization failure
 */
export type DatabaseTrouble = 'away' | 'overdue' | 'contended';

// https://www.postgresql.org/docs/18/errcodes-appendix.html: connection exceptions, no resources or disk, shutdown or
// crash, system errors, a standby that takes no writes.
const AWAY = /^(08...|53...|57P0[1-5]|58...|25006)$/;
const OVERDUE = new Set(['57014', '25P03', '25P04']);
const CONTENDED = new Set(['40001', '40P01', '55P03']);
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// pg gives these no code.
const DRIVER =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after calling end)/;

/** Looks at the error and everything that caused it. @returns undefined when the database is not to blame */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | undefined {
  // By its members, not by its prototype: an error may come from another realm, as Node's own do in tests.
  for (let at = error; typeof at === 'object' && at !== null; at = 'cause' in at ? at.cause : undefined) {
    const code = 'code' in at ? String(at.code) : '';
    const message = 'message' in at ? String(at.message) : '';
    if (CONTENDED.has(code)) return 'contended';
    if (OVERDUE.has(code)) return 'overdue';
    if (AWAY.test(code) || NETWORK.has(code) || DRIVER.test(message)) return 'away';
  }
  return undefined;
}
