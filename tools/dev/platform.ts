import { kafkaProgram, type ServiceProcess } from '@jaki/testing/embedded';
import { Addresses, announcePlatform, secretsOf } from './addresses.js';
import { claim } from './claim.js';
import { type CompanionProcess, startCompanionProcesses } from './companion-processes.js';
import { keepAlive } from './keep-alive.js';
import { Output, type Print } from './output.js';
import { defaultPorts, freePorts, type Ports } from './ports.js';
import { seedOnce } from './seed.js';
import { type Servers, startServers } from './servers.js';
import { startServices } from './service-processes.js';
import { type ServiceName, type ServiceSurroundings } from './services.js';
import { endWithProgram, throwAwayFolder } from './throw-away.js';
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
  readonly services: ReadonlyMap<ServiceName, ServiceProcess>;
  /** @throws RangeError when there is none of that name */
  service(name: ServiceName): ServiceProcess;
  /** All in order: services, companions, Kafka, PostgreSQL. Twice is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts everything and returns when every service is ready and the example data are there.
 *
 * @throws CannotStart in one sentence; then nothing is left running
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const undo = new UndoStack();
  const broken = new AbortController();
  options.signal?.addEventListener('abort', () => broken.abort());
  const starting = startAll(options, undo, broken.signal);
  const stop = async () => {
    broken.abort();
    await starting.catch(() => undefined);
    await undo.unwind();
  };
  const forgetSignals = options.dataDir === undefined ? endWithProgram(stop) : () => undefined;
  try {
    const parts = await starting;
    return { ...parts, service: (name) => serviceIn(parts, name), stop: () => stop().finally(forgetSignals) };
  } catch (error) {
    await stop().finally(forgetSignals);
    throw error;
  }
}

type Parts = Omit<Platform, 'stop' | 'service'>;

async function startAll(options: PlatformOptions, undo: UndoStack, signal: AbortSignal): Promise<Parts> {
  const output = new Output(options.quiet ? () => undefined : printLine, process.stdout.isTTY);
  const surroundings = await takeGround(options, { undo, say: output.say });
  const equipment = { undo, output, env: options.env ?? {} };
  const durable = options.dataDir !== undefined;
  signal.throwIfAborted();
  const servers = await startServers(surroundings, { undo, progress: output.say, durable });
  signal.throwIfAborted();
  const companions = await startCompanionProcesses(surroundings, equipment);
  const services = await startServices(surroundings, equipment);
  signal.throwIfAborted();
  await seedOnce(surroundings, equipment);
  const { folder, ports } = surroundings;
  announcePlatform(folder, ports);
  const platform = { addresses: new Addresses(folder, ports), servers, services };
  const parts = { ...platform, companions };
  if (options.heals ?? durable) heal(parts, { undo, say: output.say, giveUp: options.onGivenUp ?? output.say });
  return platform;
}

/** Folder, ports, programs and secrets: all that can be refused before anything runs. */
async function takeGround(
  { dataDir, ports: given }: PlatformOptions,
  { undo, say }: { undo: UndoStack; say: Print },
): Promise<ServiceSurroundings> {
  const folder = dataDir ?? (await throwAwayFolder(undo));
  const ports = given ?? (dataDir === undefined ? await freePorts() : defaultPorts);
  undo.push(await claim(folder, ports, say));
  await kafkaProgram(say);
  const secrets = secretsOf(folder);
  await secrets.prepare();
  return { folder, ports, secrets };
}

function serviceIn({ services }: Parts, name: ServiceName): ServiceProcess {
  const found = services.get(name);
  if (found === undefined) throw new RangeError(`there is no service ${name}`);
  return found;
}

function heal(
  { servers, services, companions }: Parts & { readonly companions: readonly CompanionProcess[] },
  { undo, say, giveUp }: { undo: UndoStack; say: Print; giveUp: (reason: string) => void },
): void {
  const children = [
    ...[servers.postgres, servers.kafka].map((server) => ({
      slot: server.process.slot,
      start: () => server.restart(),
    })),
    ...[...companions, ...services.values()].map((child) => ({ slot: child.slot, start: () => child.start() })),
  ];
  for (const child of children) undo.push(keepAlive(child, { say, giveUp }));
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
