import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Companion, type Local } from '@jaki/testing/local';

const apps = new URL('../../apps/', import.meta.url);

/** What each service says of itself in `apps/<name>/local.ts`, in the order of their ports. */
const locals = await findLocals();

/** Every service, by name. */
export const serviceNames: readonly string[] = [...locals.keys()];

/** A service's name: that of its folder. */
export type ServiceName = string;

/** @throws RangeError for a service that there is not */
export function localOf(service: ServiceName): Local {
  const found = locals.get(service);
  if (found === undefined) throw new RangeError(`there is no service ${service}: ${serviceNames.join(', ')} are`);
  return found;
}

/** Every service with what it says of itself. */
export function allLocals(): readonly (readonly [service: ServiceName, local: Local])[] {
  return [...locals];
}

/** Every companion of any service, by name. */
export function companions(): (readonly [name: string, companion: Companion])[] {
  return allLocals().flatMap(([, local]) => Object.entries(local.companions ?? {}));
}

/** A path in a service's folder. */
export function inApp(service: ServiceName, path: string): string {
  return fileURLToPath(new URL(`${service}/${path}`, apps));
}

async function findLocals(): Promise<ReadonlyMap<ServiceName, Local>> {
  const found = readdirSync(apps).filter((name) => existsSync(new URL(`${name}/local.ts`, apps)));
  const read = found.map(async (name) => {
    const { default: local } = (await import(new URL(`${name}/local.ts`, apps).href)) as { default: Local };
    return [name, local] as const;
  });
  return new Map((await Promise.all(read)).toSorted(([, one], [, other]) => one.port - other.port));
}
