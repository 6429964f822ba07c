import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedKafka } from '../embedded/kafka.js';
import { type Progress } from '../embedded/kafka-program.js';
import { embeddedPostgres } from '../embedded/postgres.js';
import { identify, isAlive } from '../embedded/process-identity.js';
import { ProcessRecord, readIdentity } from '../embedded/process-record.js';
import { type RunningStack } from './addresses.js';

const PREFIX = 'jaki-test-';

/** A folder below the system's temporary one that PostgreSQL's user may walk to, wherever the checkout lies. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identify(process.pid)));
  return folder;
}

/** Real servers as children of this process, on free ports, in a folder that goes with them. */
export async function embeddedStack(progress?: Progress): Promise<RunningStack> {
  await sweep();
  const folder = temporaryFolder();
  const kafkaOptions = { folder: join(folder, 'kafka'), ...(progress && { progress }) };
  const [postgres, kafka] = await Promise.all([
    embeddedPostgres({ folder: join(folder, 'postgres'), durable: false }),
    embeddedKafka(kafkaOptions),
  ]);
  const stop = async () => {
    await Promise.all([postgres.stop(), kafka.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { databaseUrl: postgres.url, brokers: kafka.brokers.join(','), stop };
}

/** Ends and removes what runs left that were killed: each folder says whose it is. */
async function sweep(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(folders.map((name) => sweepFolder(join(tmpdir(), name))));
}

async function sweepFolder(folder: string): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) return;
  const owner = readIdentity(join(folder, 'owner.json'));
  if (!owner || isAlive(owner)) return;
  const servers = readdirSync(folder);
  await Promise.all(servers.map((server) => new ProcessRecord(join(folder, server)).endLeftovers(() => 'SIGKILL')));
  rmSync(folder, { recursive: true, force: true });
}
