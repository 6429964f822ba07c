import { randomBytes } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

const secret = () => randomBytes(32).toString('base64url');

/** Fresh secrets for one test file, and the private half of the seal key, which in life only notifications has. */
export async function freshSecrets(): Promise<{ env: Record<string, string>; sealKey: CryptoKey }> {
  const signing = await generateKeyPair('RS256', { extractable: true });
  const seal = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const env = {
    SIGNING_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(signing.privateKey)), kid: 'sign-1' }] }),
    SEAL_PUBLIC_JWK: JSON.stringify({ ...(await exportJWK(seal.publicKey)), kid: 'seal-1' }),
    SUBJECT_KEY: secret(),
    PHONE_KEY: secret(),
    OTP_KEY: secret(),
    COOKIE_KEYS: secret(),
    PETABENCANA_CLIENT_SECRET: secret(),
  };
  return { env, sealKey: seal.privateKey };
}
