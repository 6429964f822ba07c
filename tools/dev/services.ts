import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ports } from './ports.js';
import { type Secrets } from './secrets.js';

export const serviceNames = ['identity', 'reports', 'notifications'] as const;
export type ServiceName = (typeof serviceNames)[number];

const app = (path: string) => fileURLToPath(new URL(`../../apps/${path}`, import.meta.url));

export const mainOf = (service: ServiceName) => app(`${service}/src/main.ts`);
export const seedProgram = app('identity/src/seed.ts');

const given: Readonly<Record<ServiceName, readonly string[]>> = {
  identity: [
    'SIGNING_JWKS',
    'SUBJECT_KEY',
    'PHONE_KEY',
    'OTP_KEY',
    'SEAL_PUBLIC_JWK',
    'COOKIE_KEYS',
    'PETABENCANA_CLIENT_SECRET',
  ],
  reports: [],
  notifications: ['SEAL_PRIVATE_JWKS', 'REFERENCE_KEY'],
};

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
  return `postgres://${service}:${password}@127.0.0.1:${ports.postgres}/${service}`;
}

/** A service's whole configuration. Secrets are named as files, so that no list of processes shows them. */
export function environmentOf(service: ServiceName, surroundings: ServiceSurroundings): Record<string, string> {
  const { folder, ports, secrets } = surroundings;
  secrets.write(service, 'DATABASE_URL', databaseUrl(service, surroundings));
  const files = ['DATABASE_URL', ...given[service]].map((name) => [`${name}_FILE`, secrets.file(service, name)]);
  return {
    PORT: String(ports[service]),
    HOST: '127.0.0.1',
    KAFKA_BROKERS: `127.0.0.1:${ports.kafka}`,
    ISSUER: `http://127.0.0.1:${ports.identity}`,
    PUBLIC_URL: `http://127.0.0.1:${ports[service]}`,
    JWKS_CACHE_FILE: join(folder, 'keys', `${service}.json`),
    ...(service === 'identity' && { SMS_GATEWAY_URL: `http://127.0.0.1:${ports.sms}` }),
    ...(service === 'reports' && { PHOTOS_DIR: join(folder, 'photos') }),
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}
