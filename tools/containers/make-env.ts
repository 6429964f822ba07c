// Makes the secrets that docker-compose.yml asks for: `npm run --silent containers:env > .env`, once, and keep the file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secrets } from '../dev/secrets.js';
import { envFile } from './env.js';
import { containerSecrets } from './secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'jaki-secrets-'));
try {
  const secrets = new Secrets(folder);
  await secrets.prepare();
  process.stdout.write(envFile(containerSecrets(secrets)));
} finally {
  rmSync(folder, { recursive: true });
}
