import { CannotStart, freePort, isFree } from '@jaki/testing/embedded';

/**
 * What listens on a port of this machine, by the name of the variable that moves it. All below 32768: any outgoing
 * connection may hold a port from there on.
 */
export const defaultPorts = {
  identity: 4001,
  reports: 4002,
  notifications: 4005,
  sms: 4010,
  postgres: 15_432,
  kafka: 19_092,
};

export type Ports = Readonly<typeof defaultPorts>;
type Owner = keyof Ports;

const owners = Object.keys(defaultPorts) as Owner[];
const variableOf = (owner: Owner) => `JAKI_${owner.toUpperCase()}_PORT`;

/** @throws CannotStart when JAKI_…_PORT is no port */
export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  return byOwner((owner) => {
    const text = env[variableOf(owner)];
    if (text === undefined || text === '') return defaultPorts[owner];
    if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return Number(text);
    throw new CannotStart(`${variableOf(owner)} is ${text}, which is no port: set it to a number from 1 to 65535.`);
  });
}

/** Ports that nothing uses, for a throw-away platform. */
export async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  while (taken.size < owners.length) taken.add(await freePort());
  const ports = [...taken];
  return byOwner((_, index) => ports[index] ?? 0);
}

/** @throws CannotStart that names the first one that is taken and what to do */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const owner of owners) {
    if (await isFree(ports[owner])) continue;
    throw new CannotStart(
      `Port ${ports[owner]} (${owner}) is taken: stop what listens there, or set ${variableOf(owner)} to another port.`,
    );
  }
}

function byOwner(port: (owner: Owner, index: number) => number): Ports {
  return Object.fromEntries(owners.map((owner, index) => [owner, port(owner, index)])) as unknown as Ports;
}
