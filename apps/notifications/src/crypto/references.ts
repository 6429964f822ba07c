import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotificationsConfig } from '../config.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PURPOSE = 'jaki notice reference';

/** Where an encrypted reference belongs: it opens nowhere else. */
export interface ReferencePlace {
  /** The recipient's salt: once it is gone, all the recipient's references are. */
  readonly salt: Buffer;
  readonly noticeId: string;
}

/** What notices are about, unreadable at rest: AES-256-GCM under a key of its own for each recipient. */
@Injectable()
export class References {
  readonly #master: Buffer;

  constructor(config: NotificationsConfig) {
    this.#master = Buffer.from(config.REFERENCE_KEY, 'base64url');
  }

  /** A fresh salt for a new recipient. */
  newSalt(): Buffer {
    return randomBytes(32);
  }

  /** @returns nonce, ciphertext and tag in one */
  encrypt(place: ReferencePlace, reference: object): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keyFor(place.salt), iv).setAAD(Buffer.from(place.noticeId));
    return Buffer.concat([iv, cipher.update(JSON.stringify(reference), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when the bytes were changed, moved to another notice or made with another key */
  decrypt(place: ReferencePlace, bytes: Buffer): object {
    const decipher = createDecipheriv(ALGORITHM, this.#keyFor(place.salt), bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place.noticeId))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as object;
  }

  #keyFor(salt: Buffer): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, salt, PURPOSE, 32));
  }
}
