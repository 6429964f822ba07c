import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres } from '@jaki/testing/embedded';
import { asSuperuser } from './rig.js';

const SETTLED_MS = 400;
/** What goes on beside the requests: all of messaging but writing to the outbox, sweeping, timed jobs, connecting. */
const BESIDE = /messaging\.(?!outbox \(topic)|delete from platform|pgboss|^select 1$|^set |application_name|^listen/;

/**
 * What PostgreSQL was asked while something was done, by its own log, in one database.
 *
 * @returns each statement without quotes, in small letters, with single blanks
 */
export async function statementsDuring(
  postgres: EmbeddedPostgres,
  database: string,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const prefix = `${database}|`;
  await log(postgres, `ALTER SYSTEM SET log_line_prefix = '%d|'`, `ALTER SYSTEM SET log_statement = 'all'`);
  const start = statSync(postgres.process.log).size;
  await work();
  await log(postgres, 'ALTER SYSTEM RESET log_statement', 'ALTER SYSTEM RESET log_line_prefix');
  const text = readFileSync(postgres.process.log).subarray(start).toString('utf8');
  // A statement of several lines goes on with a tab.
  const entries = text.replaceAll('\n\t', ' ').split('\n');
  return entries
    .filter((entry) => entry.startsWith(prefix))
    .flatMap((entry) => /LOG: {2}(?:execute [^:]+|statement): (.*)$/.exec(entry)?.[1] ?? [])
    .map((statement) => statement.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim().toLowerCase())
    .filter((statement) => !BESIDE.test(statement));
}

async function log({ url }: EmbeddedPostgres, ...settings: string[]): Promise<void> {
  await asSuperuser(url, ...settings, 'SELECT pg_reload_conf()');
  await sleep(SETTLED_MS);
}
