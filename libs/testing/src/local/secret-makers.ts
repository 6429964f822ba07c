import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Makes a secret, as the text that its variable holds. */
export type SecretMaker = () => string | Promise<string>;

/** 32 random bytes in base64url. */
export const randomKey = (): string => randomBytes(32).toString('base64url');

/** A key that signs tokens (RS256), as a private JWK set in JSON. */
export async function signingKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  return keySet({ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' });
}

/** A key that opens what was sealed for it (ECDH-ES, P-256), as a private JWK set in JSON. */
export async function sealKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  return keySet({ ...(await exportJWK(privateKey)), alg: 'ECDH-ES', use: 'enc' });
}

/** The public half of a set's first EC key, which is the one in use: what is named here and nothing else. */
export function publicHalf(privateSet: string): string {
  const { keys } = JSON.parse(privateSet) as { keys: JWK[] };
  const { kty, crv, x, y, alg, use, kid } = keys[0] ?? {};
  if (kty !== 'EC') throw new TypeError('only of an EC key the public half is known');
  return JSON.stringify({ kty, crv, x, y, alg, use, kid });
}

/** A secret for each client, as a JSON object. */
export function clientSecrets(...clients: readonly string[]): SecretMaker {
  return () => JSON.stringify(Object.fromEntries(clients.map((client) => [client, randomKey()])));
}

function keySet(key: JWK): string {
  return JSON.stringify({ keys: [{ ...key, kid: randomUUID() }] });
}
