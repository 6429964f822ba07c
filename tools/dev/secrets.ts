import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

type Maker = () => string | Promise<string>;

const randomKey: Maker = () => randomBytes(32).toString('base64url');

/** What is made once and then kept with the data, by owner and by the variable that it is given in. */
export const secretMakers = {
  postgres: { PASSWORD: randomKey },
  identity: {
    DATABASE_PASSWORD: randomKey,
    SIGNING_JWKS: signingKeys,
    SUBJECT_KEY: randomKey,
    PHONE_KEY: randomKey,
    OTP_KEY: randomKey,
    COOKIE_KEYS: randomKey,
    PETABENCANA_CLIENT_SECRET: randomKey,
  },
  reports: { DATABASE_PASSWORD: randomKey },
  notifications: { DATABASE_PASSWORD: randomKey, SEAL_PRIVATE_JWKS: sealKeys, REFERENCE_KEY: randomKey },
} as const satisfies Record<string, Record<string, Maker>>;

/** Secrets as files that only we may read: `<folder>/<owner>/<NAME>`. */
export class Secrets {
  constructor(private readonly folder: string) {}

  /** Makes what is missing; what is there stays, or nobody could be recognised or decrypted any more. */
  async prepare(): Promise<void> {
    for (const [owner, makers] of Object.entries(secretMakers)) {
      for (const [name, make] of Object.entries(makers)) {
        if (!existsSync(this.file(owner, name))) this.write(owner, name, await make());
      }
    }
    this.write('identity', 'SEAL_PUBLIC_JWK', publicSealKey(this.read('notifications', 'SEAL_PRIVATE_JWKS')));
  }

  file(owner: string, name: string): string {
    return join(this.folder, owner, name);
  }

  read(owner: string, name: string): string {
    return readFileSync(this.file(owner, name), 'utf8').trim();
  }

  /** Complete or not at all: a crash leaves no half key. */
  write(owner: string, name: string, value: string): void {
    const file = this.file(owner, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
    writeFileSync(`${file}.new`, `${value}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

async function signingKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  return keySet({ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' });
}

async function sealKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  return keySet({ ...(await exportJWK(privateKey)), alg: 'ECDH-ES', use: 'enc' });
}

function keySet(key: JWK): string {
  return JSON.stringify({ keys: [{ ...key, kid: randomUUID() }] });
}

/** The first key seals; identity needs its public half only. */
function publicSealKey(privateSet: string): string {
  const { keys } = JSON.parse(privateSet) as { keys: JWK[] };
  const { d: _private, ...open } = keys[0] ?? {};
  return JSON.stringify(open);
}
