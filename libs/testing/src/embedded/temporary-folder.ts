import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, isAlive } from './process-identity.js';
import { ProcessRecord, readIdentity } from './process-record.js';

const PREFIX = 'jaki-test-';

/** A folder below the system's temporary one that PostgreSQL's user may walk to, wherever the checkout lies. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identify(process.pid)));
  return folder;
}

/** Ends and removes what runs left that were killed: each folder says whose it is. */
export async function sweepTemporaryFolders(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(folders.map((name) => sweepFolder(join(tmpdir(), name))));
}

async function sweepFolder(folder: string): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) return;
  const owner = readIdentity(join(folder, 'owner.json'));
  if (!owner || isAlive(owner)) return;
  const folders = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  await Promise.all(folders.map((path) => new ProcessRecord(path).endLeftovers(() => 'SIGKILL')));
  rmSync(folder, { recursive: true, force: true });
}
