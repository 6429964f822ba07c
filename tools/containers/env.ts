import { type Secrets } from '../dev/secrets.js';
import { serviceNames } from '../dev/services.js';

/** The secrets of docker-compose.yml by their names there, out of what `Secrets` has made. */
export function containerSecrets(secrets: Secrets): Record<string, string> {
  const databases = serviceNames.map((name) => [
    `${name.toUpperCase()}_DATABASE_URL`,
    `postgres://${name}:${secrets.read(name, 'DATABASE_PASSWORD')}@postgres:5432/${name}`,
  ]);
  const ofIdentity = [
    'SIGNING_JWKS',
    'SUBJECT_KEY',
    'PHONE_KEY',
    'OTP_KEY',
    'COOKIE_KEYS',
    'PETABENCANA_CLIENT_SECRET',
  ];
  const from = (owner: string, names: readonly string[]) => names.map((name) => [name, secrets.read(owner, name)]);
  return Object.fromEntries([
    ['POSTGRES_PASSWORD', secrets.read('postgres', 'PASSWORD')],
    ...databases,
    ...from('identity', [...ofIdentity, 'SEAL_PUBLIC_JWK']),
    ...from('notifications', ['SEAL_PRIVATE_JWKS', 'REFERENCE_KEY']),
  ]) as Record<string, string>;
}

/** Lines of a `.env` file. In single quotes nothing is expanded; no secret of ours holds one. */
export function envFile(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

/** The password in a database's address. */
export function passwordIn(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).password);
}
