import { type Secrets } from '../dev/secrets.js';
import { secretsOfService, serviceNames } from '../dev/services.js';
import { sharedName } from './env.js';

/** The secrets of docker-compose.yml by their names there, out of what `Secrets` has made. */
export function containerSecrets(secrets: Secrets): Record<string, string> {
  const own = serviceNames.flatMap((service) =>
    secretsOfService(service).map((name) => {
      const value = name === 'DATABASE_URL' ? databaseUrl(service, secrets) : secrets.read(service, name);
      return [sharedName(service, name), value] as const;
    }),
  );
  return { POSTGRES_PASSWORD: secrets.read('postgres', 'PASSWORD'), ...Object.fromEntries(own) };
}

function databaseUrl(service: string, secrets: Secrets): string {
  return `postgres://${service}:${secrets.read(service, 'DATABASE_PASSWORD')}@postgres:5432/${service}`;
}
