import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type EmbeddedKafka,
  type EmbeddedPostgres,
  queryOnce,
  type ServerProcess,
  temporaryFolder,
} from '@jaki/testing/embedded';
import { secretsOf } from '../dev/addresses.js';
import { startCompanions } from '../dev/companions.js';
import { Output } from '../dev/output.js';
import { freePorts } from '../dev/ports.js';
import { startServers } from '../dev/servers.js';
import { environmentOf, type ServiceName, type ServiceSurroundings } from '../dev/services.js';
import { type UndoStack } from '../dev/undo-stack.js';
import { productionServer } from './server.js';

/** The core of the servers that are measured, and the core of everything else. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

// Counted as ever, but never reached: one person files all that is measured.
const RATE_LIMITS = 'file_report:citizen=100000000/1,file_report:channel=100000000/1';

/** PostgreSQL and Kafka on their core, ready for services. */
export interface Rig {
  readonly surroundings: ServiceSurroundings;
  readonly postgres: EmbeddedPostgres;
  readonly kafka: EmbeddedKafka;
  /** The superuser's address of a database. */
  readonly databaseOf: (name: string) => string;
  readonly undo: UndoStack;
}

export async function startRig(undo: UndoStack): Promise<Rig> {
  const folder = temporaryFolder();
  undo.push(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  const surroundings = { folder, ports: await freePorts(), secrets: secretsOf(folder) };
  await surroundings.secrets.prepare();
  const { postgres, kafka } = await startServers(surroundings, { undo, progress: console.log, durable: false });
  await asSuperuser(postgres.url, 'ALTER SYSTEM SET track_commit_timestamp = on');
  await postgres.stop();
  await postgres.restart();
  for (const { process } of [postgres, kafka]) pin(process);
  await startCompanions(surroundings, { undo, output: new Output(() => undefined, false) });
  const databaseOf = (name: string) => postgres.url.replace(/\/postgres$/, `/${name}`);
  return { surroundings, postgres, kafka, databaseOf, undo };
}

/** Starts a service's production build. */
export async function startService(
  { surroundings, undo }: Rig,
  name: ServiceName,
  core: number,
): Promise<ServerProcess> {
  const { folder, ports } = surroundings;
  const env = { ...environmentOf(name, surroundings), RATE_LIMITS };
  const server = productionServer({ name, main: `apps/${name}/dist/main.js`, port: ports.of(name), core, folder, env });
  undo.push(() => server.stop());
  await server.start();
  return server;
}

/** Puts the example organisations in, so that reports find their agencies. */
export function seed({ surroundings }: Rig): void {
  const program = fileURLToPath(new URL('../../apps/identity/dist/seed.js', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production', ...environmentOf('identity', surroundings) };
  execFileSync(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Runs statements one by one, outside of a transaction. @returns the rows of the last one */
export async function asSuperuser<Row extends object>(database: string, ...statements: string[]): Promise<Row[]> {
  let rows: Row[] = [];
  for (const statement of statements) rows = await queryOnce<Row>(database, statement);
  return rows;
}

function pin({ pid }: ServerProcess): void {
  execFileSync('taskset', ['-acp', String(LOAD_CORE), String(pid)], { stdio: 'ignore' });
}
