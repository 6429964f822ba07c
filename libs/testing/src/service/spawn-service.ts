import { freePort } from '../embedded/ports.js';
import { ServiceProcess } from '../embedded/service-process.js';
import { type Probe, probe } from './probe.js';
import { environmentOf, type Surroundings, surroundingsOf, type SurroundingsOptions } from './surroundings.js';

export interface SpawnOptions extends SurroundingsOptions {
  /** Of the service: `reports`. Its audience is `urn:jaki:<name>`. */
  readonly name: string;
  /** Its `main.ts`. */
  readonly main: string;
  /** The folder of its migrations. */
  readonly migrations: URL;
  readonly env?: Readonly<Record<string, string>>;
  /** Shares that one's database, topics and issuer. */
  readonly beside?: { readonly surroundings: Surroundings };
}

/** A service as a real operating system process, which a test may kill, freeze and start again. */
export interface SpawnedService extends Probe {
  readonly process: ServiceProcess;
  readonly surroundings: Surroundings;
  close(): Promise<void>;
}

/** Starts a service from source as a child process on a free port and waits until it is ready. */
export async function spawnService(options: SpawnOptions): Promise<SpawnedService> {
  const { name, main } = options;
  const surroundings = options.beside?.surroundings ?? (await surroundingsOf(options, options));
  const env = { ...environmentOf(surroundings), ...options.env };
  const process = new ServiceProcess({ name, main, port: await freePort(), env });
  const view = probe({ name, audience: `urn:jaki:${name}`, url: process.url, surroundings });
  const close = async () => {
    await view.letGo();
    await process.stop();
    if (!options.beside) await surroundings.drop();
  };
  try {
    await process.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { ...view, process, surroundings, close };
}
