import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, readIdentity } from '@jaki/testing/embedded';
import { Ports } from './ports.js';
import { Secrets } from './secrets.js';
import { databaseUrl, type ServiceName } from './services.js';

/** Where a running platform answers, for tools that look at it. */
export class Addresses {
  readonly #secrets: Secrets;

  constructor(
    /** The platform's data folder. */
    readonly folder: string,
    private readonly ports: Ports,
  ) {
    this.#secrets = secretsOf(folder);
  }

  /** `http://host:port` of a service, or of a companion such as the SMS sink. @throws RangeError when there is none */
  of(name: string): string {
    return `http://127.0.0.1:${this.ports.of(name)}`;
  }

  /** A service's database, of its own role. */
  database(service: ServiceName): string {
    return databaseUrl(service, { folder: this.folder, ports: this.ports, secrets: this.#secrets });
  }

  /** `host:port` */
  get kafka(): string {
    return `127.0.0.1:${this.ports.of('kafka')}`;
  }

  /** `host:port` */
  get postgres(): string {
    return `127.0.0.1:${this.ports.of('postgres')}`;
  }

  /** The secret of a client of identity's, such as the channel account `petabencana`. */
  clientSecret(client: string): string {
    const secrets = JSON.parse(this.#secrets.read('identity', 'CLIENT_SECRETS')) as Record<string, string>;
    const secret = secrets[client];
    if (secret === undefined) throw new RangeError(`no client ${client} has a secret`);
    return secret;
  }
}

export const lockFileOf = (folder: string) => join(folder, 'launcher.json');
export const secretsOf = (folder: string) => new Secrets(join(folder, 'secrets'));
const portsFileOf = (folder: string) => join(folder, 'ports.json');

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
    const ports = JSON.parse(readFileSync(portsFileOf(folder), 'utf8')) as Record<string, number>;
    return new Addresses(folder, new Ports(ports));
  } catch {
    return undefined;
  }
}
