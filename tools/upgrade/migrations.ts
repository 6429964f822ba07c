import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);

/** The folder of a service's migrations as they are in this checkout. */
export function migrationsOf(app: string): URL {
  return new URL(`apps/${app}/prisma/migrations/`, root);
}

/** The same and a further one, as the next release might bring. @param inside where the folder is made */
export function migrationsWith(app: string, sql: string, inside: string): URL {
  const folder = mkdtempSync(join(inside, 'migrations-'));
  cpSync(migrationsOf(app), folder, { recursive: true });
  mkdirSync(join(folder, '99991231000000_planted'));
  writeFileSync(join(folder, '99991231000000_planted/migration.sql'), sql);
  return pathToFileURL(`${folder}/`);
}
