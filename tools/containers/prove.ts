// Proves the production path without a container engine: `node … tools/containers/prove.ts [app …]`. Builds, lays each
// service out as the Dockerfile does, installs its production packages and starts it by the image's own command, without
// source and outside of this workspace, against a real PostgreSQL and Kafka.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerProcess, temporaryFolder } from '@jaki/testing/embedded';
import { secretsOf } from '../dev/addresses.js';
import { freePorts } from '../dev/ports.js';
import { startServers } from '../dev/servers.js';
import {
  databaseUrl,
  environmentOf,
  type ServiceName,
  serviceNames,
  type ServiceSurroundings,
} from '../dev/services.js';
import { UndoStack } from '../dev/undo-stack.js';
import { imageFlags } from './image-command.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ask = (path: string, port: number) =>
  fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) });

function run(command: string, args: string[], { cwd = root, env = process.env } = {}): void {
  execFileSync(command, args, { cwd, env, stdio: ['ignore', process.stderr, 'inherit'] });
}

/** As the stage `pruned` of the Dockerfile. */
function prune(app: ServiceName, folder: string): void {
  run(process.execPath, ['tools/containers/prune.mjs', app, folder]);
  run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--loglevel=error', '-w', `@jaki/${app}`], { cwd: folder });
}

/** As the stage `service`: its working folder, its user's few variables, its command. */
async function start(app: ServiceName, folder: string, surroundings: ServiceSurroundings): Promise<ServerProcess> {
  const port = surroundings.ports.of(app);
  const server = new ServerProcess({
    name: app,
    folder: join(folder, 'apps', app),
    command: process.execPath,
    args: [...imageFlags(), 'dist/main.js'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environmentOf(app, surroundings) },
    stopSignal: 'SIGTERM',
    ready: async () => (await ask('/health/ready', port).catch(() => undefined))?.ok ?? false,
  });
  await server.start();
  return server;
}

/** As the container `setup`. */
function setUp(surroundings: ServiceSurroundings, { port }: { port: number }): void {
  const { secrets, ports } = surroundings;
  const urls = serviceNames.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, databaseUrl(name, surroundings)]);
  const env = {
    ...(Object.fromEntries(urls) as Record<string, string>),
    POSTGRES_HOST: `127.0.0.1:${port}`,
    POSTGRES_PASSWORD_FILE: secrets.file('postgres', 'PASSWORD'),
    KAFKA_BROKERS: `127.0.0.1:${ports.of('kafka')}`,
  };
  run(process.execPath, ['tools/dist/containers/setup.js'], { env });
}

/** As the container `seed`. */
function seed(folder: string, surroundings: ServiceSurroundings): void {
  const env = { NODE_ENV: 'production', ...environmentOf('identity', surroundings) };
  run(process.execPath, ['dist/seed.js'], { cwd: join(folder, 'apps/identity'), env });
}

async function prove(app: ServiceName, surroundings: ServiceSurroundings): Promise<string> {
  const folder = join(surroundings.folder, `pruned-${app}`);
  prune(app, folder);
  const size = execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0] ?? '?';
  const begun = performance.now();
  const server = await start(app, folder, surroundings);
  const took = Math.round(performance.now() - begun);
  if (app === 'identity') seed(folder, surroundings);
  const live = await ask('/health/live', surroundings.ports.of(app));
  await server.stop();
  if (!live.ok) throw new Error(`${app} is not live: ${live.status}`);
  return `${app}: ready after ${took} ms from a folder of ${size} MB, and stopped in order`;
}

const undo = new UndoStack();
try {
  console.log('Building …');
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
  const folder = temporaryFolder();
  undo.push(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  const surroundings = { folder, ports: await freePorts(), secrets: secretsOf(folder) };
  await surroundings.secrets.prepare();
  const { postgres } = await startServers(surroundings, { undo, progress: console.log, durable: false });
  setUp(surroundings, postgres);
  const wanted = serviceNames.filter((name) => process.argv.length < 3 || process.argv.includes(name));
  for (const app of wanted) console.log(await prove(app, surroundings));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await undo.unwind();
}
