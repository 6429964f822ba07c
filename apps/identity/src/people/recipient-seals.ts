import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { type PersonId, type RecipientSeal } from '@jaki/kernel';

/**
 * Makes the seal that lets a service's events reach a person's inbox without the service learning who that is there:
 * a compact JWE (ECDH-ES + A256GCM) for notifications' public key. Two seals of one person have nothing in common.
 *
 * @param recipient the person's id in notifications
 * @param source the only service whose events notifications will accept it in
 * @param key notifications' public key, with its `kid`
 */
export async function sealRecipient(recipient: PersonId, source: string, key: JWK): Promise<RecipientSeal> {
  const payload = new TextEncoder().encode(JSON.stringify({ rid: recipient, src: source, v: 1 }));
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', ...(key.kid === undefined ? {} : { kid: key.kid }) };
  const jwe = new CompactEncrypt(payload).setProtectedHeader(header);
  return (await jwe.encrypt(await importJWK(key, 'ECDH-ES'))) as RecipientSeal;
}
