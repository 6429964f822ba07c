import { randomBytes } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

const secret = () => randomBytes(32).toString('base64url');

export interface FreshSecrets {
  readonly env: Record<string, string>;
  readonly sealKey: CryptoKey;
  /** Of the channel account `petabencana`, which is in `env` too. */
  readonly channelSecret: string;
}

/** Fresh secrets for one test file, and the private half of the seal key, which in life only notifications has. */
export async function freshSecrets(): Promise<FreshSecrets> {
  const signing = await generateKeyPair('RS256', { extractable: true });
  const seal = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const channelSecret = secret();
  const env = {
    SIGNING_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(signing.privateKey)), kid: 'sign-1' }] }),
    SEAL_PUBLIC_JWK: JSON.stringify({ ...(await exportJWK(seal.publicKey)), kid: 'seal-1' }),
    SUBJECT_KEY: secret(),
    PHONE_KEY: secret(),
    OTP_KEY: secret(),
    COOKIE_KEYS: secret(),
    CLIENT_SECRETS: JSON.stringify({ petabencana: channelSecret }),
    SERVICES: 'identity,reports,notifications',
  };
  return { env, sealKey: seal.privateKey, channelSecret };
}
