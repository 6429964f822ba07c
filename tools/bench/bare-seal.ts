import { CompactEncrypt, type CryptoKey, importJWK, type JWK } from 'jose';

/** Wraps seals anew for notifications, as the service does for each report; its key is known once and for all. */
export async function sealWrapper(jwksUrl: string): Promise<(seal: string) => Promise<string>> {
  const { keys } = (await (await fetch(jwksUrl)).json()) as { keys: JWK[] };
  const jwk = keys.find(({ kty, use }) => kty === 'EC' && use === 'enc');
  if (jwk === undefined) throw new Error('the issuer publishes no key to seal with');
  const key = (await importJWK({ kty: 'EC', ...jwk }, 'ECDH-ES')) as CryptoKey;
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWE', ...(jwk.kid !== undefined && { kid: jwk.kid }) };
  return (seal) => new CompactEncrypt(new TextEncoder().encode(seal)).setProtectedHeader(header).encrypt(key);
}
