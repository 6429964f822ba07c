import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, readIdentity } from '@jaki/testing/embedded';
import { type Ports } from './ports.js';
import { Secrets } from './secrets.js';
import { databaseUrl, type ServiceName, serviceNames } from './services.js';

/** Where a running platform answers, for tools that look at it. */
export interface Addresses extends Readonly<Record<ServiceName, string>> {
  readonly folder: string;
  /** `GET <sms>/messages?to=…` */
  readonly sms: string;
  /** `host:port` */
  readonly kafka: string;
  /** Of each service's own role. */
  readonly databases: Readonly<Record<ServiceName, string>>;
  /** The secret of the channel account `petabencana`. */
  readonly channelSecret: string;
}

export const lockFileOf = (folder: string) => join(folder, 'launcher.json');
export const secretsOf = (folder: string) => new Secrets(join(folder, 'secrets'));
const portsFileOf = (folder: string) => join(folder, 'ports.json');

export function addressesOf(folder: string, ports: Ports): Addresses {
  const secrets = secretsOf(folder);
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const databases = serviceNames.map((name) => [name, databaseUrl(name, { folder, ports, secrets })]);
  return {
    folder,
    identity: at(ports.identity),
    reports: at(ports.reports),
    notifications: at(ports.notifications),
    sms: at(ports.sms),
    kafka: `127.0.0.1:${ports.kafka}`,
    databases: Object.fromEntries(databases) as Record<ServiceName, string>,
    channelSecret: secrets.read('identity', 'PETABENCANA_CLIENT_SECRET'),
  };
}

/** Lets other programs find this platform. */
export function announcePlatform(folder: string, ports: Ports): void {
  writeFileSync(portsFileOf(folder), JSON.stringify(ports));
}

export function withdrawPlatform(folder: string): void {
  rmSync(portsFileOf(folder), { force: true });
}

/** @returns undefined when none runs from this folder, or it is not ready yet */
export function findPlatform(folder: string): Addresses | undefined {
  const launcher = readIdentity(lockFileOf(folder));
  if (!launcher || !isAlive(launcher)) return undefined;
  try {
    return addressesOf(folder, JSON.parse(readFileSync(portsFileOf(folder), 'utf8')) as Ports);
  } catch {
    return undefined;
  }
}
