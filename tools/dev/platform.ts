import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaProgram, ServiceProcess, sweepTemporaryFolders, temporaryFolder } from '@jaki/testing/embedded';
import { type Addresses, addressesOf, announcePlatform, secretsOf } from './addresses.js';
import { claim, recordOf } from './claim.js';
import { makeFolder } from './data-folder.js';
import { keepAlive } from './keep-alive.js';
import { Output, type Print } from './output.js';
import { defaultPorts, freePorts, type Ports } from './ports.js';
import { seed, seedVersion } from './seed.js';
import { type Servers, startServers } from './servers.js';
import { environmentOf, mainOf, type ServiceName, serviceNames, type ServiceSurroundings } from './services.js';
import { startSmsSink } from './sms-sink.js';
import { UndoStack } from './undo-stack.js';

export interface PlatformOptions {
  /** Where its data lie and stay. Without one: a throw-away folder that goes when it stops. */
  readonly dataDir?: string;
  /** Default: the usual ones with a data folder, free ones without. */
  readonly ports?: Ports;
  /** Nothing is printed; the logs lie in the data folder. */
  readonly quiet?: boolean;
  /** Beside each service's own configuration. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether its processes are started again when they are killed. Default: yes, with a data folder. */
  readonly heals?: boolean;
  /** Breaks the start off; what has started is stopped. */
  readonly signal?: AbortSignal;
  /** Told why the platform cannot go on. */
  readonly onGivenUp?: (reason: string) => void;
}

/** The whole platform: every service its own process, with its own database. */
export interface Platform {
  readonly addresses: Addresses;
  readonly servers: Servers;
  readonly services: Readonly<Record<ServiceName, ServiceProcess>>;
  /** All in order: services, SMS sink, Kafka, PostgreSQL. Twice is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts everything and returns when every service is ready and the example data are there.
 *
 * @throws CannotStart in one sentence; then nothing is left running
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const undo = new UndoStack();
  try {
    return await startAll(options, undo);
  } catch (error) {
    await undo.unwind();
    throw error;
  }
}

async function startAll(options: PlatformOptions, undo: UndoStack): Promise<Platform> {
  const { signal, env = {} } = options;
  const output = new Output(options.quiet ? () => undefined : printLine, process.stdout.isTTY);
  const folder = options.dataDir ?? (await throwAwayFolder(undo));
  const ports = options.ports ?? (options.dataDir === undefined ? await freePorts() : defaultPorts);
  undo.push(await claim(folder, ports, output.say));
  await kafkaProgram(output.say);
  const secrets = secretsOf(folder);
  await secrets.prepare();
  const surroundings = { folder, ports, secrets };
  signal?.throwIfAborted();
  const durable = options.dataDir !== undefined;
  const servers = await startServers(surroundings, { undo, progress: output.say, durable });
  const sms = output.from('sms', join(folder, 'logs'));
  const sink = await startSmsSink({ port: ports.sms, print: ({ to, text }) => sms(`to ${to}: ${text}`) });
  undo.push(() => sink.stop());
  signal?.throwIfAborted();
  const services = await startServices(surroundings, { undo, output, env });
  signal?.throwIfAborted();
  await seedOnce(surroundings, { output, env });
  announcePlatform(folder, ports);
  const platform = { addresses: addressesOf(folder, ports), servers, services, stop: () => undo.unwind() };
  if (options.heals ?? durable) heal(platform, output.say, options.onGivenUp);
  return platform;
}

interface Equipment {
  undo: UndoStack;
  output: Output;
  env: Readonly<Record<string, string>>;
}

async function startServices(
  surroundings: ServiceSurroundings,
  { undo, output, env }: Equipment,
): Promise<Record<ServiceName, ServiceProcess>> {
  const { folder, ports } = surroundings;
  const processes = serviceNames.map((name) => {
    const onLine = output.from(name, join(folder, 'logs'));
    const own = { ...environmentOf(name, surroundings), ...env };
    return new ServiceProcess({
      name,
      main: mainOf(name),
      port: ports[name],
      env: own,
      record: recordOf(folder),
      onLine,
    });
  });
  undo.push(() => Promise.all(processes.map((service) => service.stop())));
  const started = await Promise.allSettled(processes.map((service) => service.start()));
  for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
  return Object.fromEntries(processes.map((service) => [service.spec.name, service])) as Record<
    ServiceName,
    ServiceProcess
  >;
}

async function seedOnce(surroundings: ServiceSurroundings, { output, env }: Omit<Equipment, 'undo'>): Promise<void> {
  const marker = join(surroundings.folder, 'seeded');
  const version = seedVersion();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === version) return;
  const print = output.from('seed', join(surroundings.folder, 'logs'));
  await seed({ ...environmentOf('identity', surroundings), ...env }, print);
  writeFileSync(marker, version);
}

function heal({ servers, services }: Platform, say: Print, giveUp: (reason: string) => void = say): void {
  for (const server of [servers.postgres, servers.kafka]) {
    keepAlive({ slot: server.process.slot, start: () => server.restart() }, { say, giveUp });
  }
  for (const service of Object.values(services)) {
    keepAlive({ slot: service.slot, start: () => service.start() }, { say, giveUp });
  }
}

async function throwAwayFolder(undo: UndoStack): Promise<string> {
  await sweepTemporaryFolders();
  const folder = temporaryFolder();
  makeFolder(folder);
  undo.push(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  return folder;
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
