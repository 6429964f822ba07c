import { join } from 'node:path';
import { type Place } from '@jaki/testing/local';
import { inApp, localOf, type ServiceName, serviceNames } from './local.js';
import { type Ports } from './ports.js';
import { type Secrets } from './secrets.js';

export { type ServiceName, serviceNames };

export const mainOf = (service: ServiceName) => inApp(service, 'src/main.ts');

/** What a service's environment is made of. */
export interface ServiceSurroundings {
  /** The platform's data folder. */
  readonly folder: string;
  readonly ports: Ports;
  readonly secrets: Secrets;
}

/** The address of a service's database, of its own role. */
export function databaseUrl(service: ServiceName, { ports, secrets }: ServiceSurroundings): string {
  const password = encodeURIComponent(secrets.read(service, 'DATABASE_PASSWORD'));
  return `postgres://${service}:${password}@127.0.0.1:${ports.of('postgres')}/${service}`;
}

/** The variables of a service that hold secrets, by which each may be given as a file. */
export function secretsOfService(service: ServiceName): string[] {
  const { secrets = {}, derived = {} } = localOf(service);
  return ['DATABASE_URL', ...Object.keys(secrets), ...Object.keys(derived)];
}

/** A service's whole configuration. Secrets are named as files, so that no list of processes shows them. */
export function environmentOf(service: ServiceName, surroundings: ServiceSurroundings): Record<string, string> {
  const { folder, ports, secrets } = surroundings;
  secrets.write(service, 'DATABASE_URL', databaseUrl(service, surroundings));
  const files = secretsOfService(service).map((name) => [`${name}_FILE`, secrets.file(service, name)]);
  const at = (owner: string) => `http://127.0.0.1:${ports.of(owner)}`;
  const place: Place = { folder: join(folder, 'files', service), services: serviceNames, companion: at };
  return {
    PORT: String(ports.of(service)),
    HOST: '127.0.0.1',
    KAFKA_BROKERS: `127.0.0.1:${ports.of('kafka')}`,
    ISSUER: at('identity'),
    PUBLIC_URL: at(service),
    JWKS_CACHE_FILE: join(folder, 'keys', `${service}.json`),
    ...localOf(service).env?.(place),
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}
