import { CannotStart, freePort, isFree, listenerOn } from '@jaki/testing/embedded';
import { allLocals, companions } from './local.js';

/** What listens on a port of this machine. All below 32768: any outgoing connection may hold a port from there on. */
const servers = { postgres: 15_432, kafka: 19_092 };

/** Who listens where on this machine: services, their companions, PostgreSQL and Kafka, by name. */
export class Ports {
  constructor(private readonly byOwner: Readonly<Record<string, number>>) {}

  /** @throws RangeError when nobody has that name */
  of(owner: string): number {
    const port = this.byOwner[owner];
    if (port === undefined) throw new RangeError(`nobody called ${owner} listens on a port`);
    return port;
  }

  get owners(): string[] {
    return Object.keys(this.byOwner);
  }

  /** These with some others in their places. */
  with(changes: Readonly<Record<string, number>>): Ports {
    return new Ports({ ...this.byOwner, ...changes });
  }

  toJSON(): Readonly<Record<string, number>> {
    return this.byOwner;
  }
}

/** As `apps/<name>/local.ts` say, if nothing else is said. */
export const defaultPorts = new Ports({ ...ownPorts(), ...servers });

function ownPorts(): Record<string, number> {
  const own = [...allLocals(), ...companions()].map(([name, { port }]) => [name, port] as const);
  const double = own.find(([name], index) => own.findIndex(([other]) => other === name) !== index);
  if (double !== undefined) throw new TypeError(`two services or companions are called ${double[0]}`);
  return Object.fromEntries(own);
}

/** The name of the variable that moves a port. */
export const variableOf = (owner: string): string => `JAKI_${owner.toUpperCase().replaceAll('-', '_')}_PORT`;

/** @throws CannotStart when JAKI_…_PORT is no port */
export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  const told = defaultPorts.owners.map((owner) => [owner, readPort(variableOf(owner), env) ?? defaultPorts.of(owner)]);
  return new Ports(Object.fromEntries(told) as Record<string, number>);
}

function readPort(variable: string, env: NodeJS.ProcessEnv): number | undefined {
  const text = env[variable];
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return Number(text);
  throw new CannotStart(`${variable} is ${text}, which is no port: set it to a number from 1 to 65535.`);
}

/** Ports that nothing uses, for a throw-away platform. */
export async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  while (taken.size < defaultPorts.owners.length) taken.add(await freePort());
  const ports = [...taken];
  return new Ports(Object.fromEntries(defaultPorts.owners.map((owner, index) => [owner, ports[index] ?? 0])));
}

/** @throws CannotStart that names the first one that is taken, by whom where that can be seen, and what to do */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const owner of ports.owners) {
    const port = ports.of(owner);
    if (await isFree(port)) continue;
    const by = listenerOn(port);
    const taken = by === undefined ? 'is taken' : `is taken by process ${by.pid} (${by.command})`;
    throw new CannotStart(
      `Port ${port} (${owner}) ${taken}: stop what listens there, or set ${variableOf(owner)} to another port.`,
    );
  }
}
