import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart, canReach, type OsUser, postgresUser } from '@jaki/testing/embedded';

const project = fileURLToPath(new URL('../../', import.meta.url));
const MARK = '.jaki-data';
const WANTED_SPACE = 500_000_000;

/** Where the data of `npm start` lies: JAKI_DATA, else `.data` in the project, else a place that PostgreSQL can reach. */
export function chooseFolder(
  env: NodeJS.ProcessEnv,
  { root = project, user = postgresUser() }: { root?: string; user?: OsUser | undefined } = {},
): { folder: string; note?: string } {
  if (env['JAKI_DATA']) return { folder: resolve(env['JAKI_DATA']) };
  if (canReach(root, user)) return { folder: join(root, '.data') };
  const tag = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `jaki-data-${tag}`);
  return {
    folder,
    note: `PostgreSQL's user may not enter ${root}, so the data lie in ${folder}, which a reboot may empty.`,
  };
}

/**
 * Makes the folder, or takes up one that is ours.
 *
 * @throws CannotStart when it is somebody else's, PostgreSQL's user cannot walk to it or its disk is nearly full
 */
export function prepareFolder(folder: string, wantedSpace = WANTED_SPACE): void {
  if (existsSync(folder) && !isOurs(folder) && readdirSync(folder).length > 0) {
    throw new CannotStart(`${folder} holds something else: set JAKI_DATA to a new or empty folder.`);
  }
  makeFolder(folder);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < wantedSpace) {
    const [free, wanted] = [bavail * bsize, wantedSpace].map((bytes) => Math.round(bytes / 1_000_000));
    throw new CannotStart(
      `The disk of ${folder} has ${free} MB left and ${wanted} MB are wanted: make room, or set JAKI_DATA to another disk.`,
    );
  }
  if (!canReach(folder, postgresUser())) {
    throw new CannotStart(
      `PostgreSQL's user may not enter ${folder}: open its parent folders (chmod o+x), or set JAKI_DATA to a folder elsewhere.`,
    );
  }
}

export function isOurs(folder: string): boolean {
  return existsSync(join(folder, MARK));
}

/** @throws CannotStart when it cannot be written */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, MARK), 'Data of a development platform. `npm run reset` destroys them.\n');
    // PostgreSQL may run as another user and must walk through; the secrets' own folder is closed to it.
    chmodSync(folder, 0o711);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CannotStart(`${folder} cannot be written (${String(code)}): set JAKI_DATA to a folder of your own.`, {
      cause,
    });
  }
}
