import { CompactEncrypt, type CryptoKey, importJWK, type JWK } from 'jose';
import { type RecipientSeal } from '@jaki/kernel';

/** Whose key seals are wrapped with; undefined while it is not known. */
export type SealingKey = () => Promise<JWK | undefined>;

/**
 * Wraps a token's seal anew for notifications, so that what this service stores and announces for one request has nothing
 * in common with what it does for another: a token lives for ten minutes and many reports.
 */
export class SealWrapper {
  #imported: { readonly jwk: JWK; readonly key: CryptoKey } | undefined;

  constructor(
    private readonly sealingKey: SealingKey,
    private readonly warn: (message: string) => void,
  ) {}

  /** A JWE within a JWE (`cty: JWE`), as RFC 7519, 5.2 has it for nested tokens. */
  async wrap(seal: RecipientSeal): Promise<RecipientSeal> {
    const jwk = await this.sealingKey();
    if (jwk === undefined) {
      // An identity of before: to keep people from their reports meanwhile would be worse.
      this.warn('The issuer publishes no key to seal recipients with: seals are passed on as they came.');
      return seal;
    }
    const header = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWE', ...(jwk.kid !== undefined && { kid: jwk.kid }) };
    const jwe = new CompactEncrypt(new TextEncoder().encode(seal)).setProtectedHeader(header);
    return (await jwe.encrypt(await this.#import(jwk))) as RecipientSeal;
  }

  async #import(jwk: JWK): Promise<CryptoKey> {
    if (this.#imported?.jwk !== jwk) {
      // A key for encryption is never symmetric here, so it is no bare byte string.
      this.#imported = { jwk, key: (await importJWK({ kty: 'EC', ...jwk }, 'ECDH-ES')) as CryptoKey };
    }
    return this.#imported.key;
  }
}
