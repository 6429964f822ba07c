import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * Keeps short personal texts in the database: encrypted (AES-256-GCM, a fresh nonce each time) to be read again, and as
 * a keyed hash to be looked up. Both keys come from one secret; each use has a purpose, so that a value copied from one
 * column into another does not open.
 */
export class Vault {
  readonly #encryption: Uint8Array;
  readonly #lookup: Uint8Array;

  /** @param secret 32 random bytes */
  constructor(secret: Uint8Array) {
    this.#encryption = derive(secret, 'encryption');
    this.#lookup = derive(secret, 'lookup');
  }

  encrypt(text: string, purpose: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#encryption, nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** @throws Error when the bytes were changed or were made for another purpose */
  decrypt(bytes: Buffer, purpose: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#encryption, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }

  /** The same text gives the same 32 bytes; without the key they tell nothing, not even to who tries all numbers. */
  fingerprint(text: string, purpose: string): Buffer {
    return createHmac('sha256', this.#lookup).update(`${purpose}\0${text}`).digest();
  }
}

function derive(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `jaki:${use}`, 32));
}
