import { randomBytes } from 'node:crypto';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { type RecipientSeal } from '@jaki/kernel';

/** Secrets for one test file, and identity's part: seals made for the public key that belongs to them. */
export async function environment() {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
  const kid = 'seal-1';
  const secrets = {
    SEAL_PRIVATE_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid }] }),
    REFERENCE_KEY: randomBytes(32).toString('base64url'),
  };
  const seal = async (person: string, source = 'reports'): Promise<RecipientSeal> => {
    const payload = new TextEncoder().encode(JSON.stringify({ rid: person, src: source, v: 1 }));
    const jwe = new CompactEncrypt(payload).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid });
    return (await jwe.encrypt(publicKey)) as RecipientSeal;
  };
  return { secrets, seal };
}
