import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { compactDecrypt, type CompactJWEHeaderParameters } from 'jose';
import { isUuid, type PersonId, type RecipientSeal } from '@jaki/kernel';
import { NotificationsConfig } from '../config.js';

/** What a seal held, or why it is not to be used. */
export type Opening = { readonly person: PersonId } | { readonly refused: 'unreadable' | 'foreign' };

const VERSION = 1;

/** Says that a seal was wrapped anew by the service that announces the event. */
const WRAPPED = 'JWE';

/**
 * Opens recipient seals: compact JWE (ECDH-ES, A256GCM) for this service's key, payload `{ rid, src, v }`. Each is wrapped
 * once more in another, so that no two events of different requests have anything in common; those of before are not.
 */
@Injectable()
export class Seals {
  readonly #keys: ReadonlyMap<string, KeyObject>;

  constructor(config: NotificationsConfig) {
    this.#keys = new Map(config.sealKeys.map((jwk) => [jwk.kid, createPrivateKey({ format: 'jwk', key: jwk })]));
  }

  /**
   * @param source the service that announced the event in which the seal came: only the one it was made for may use it
   */
  async open(seal: RecipientSeal, source: string): Promise<Opening> {
    const payload = await this.#decrypt(seal);
    if (payload?.v !== VERSION || typeof payload.rid !== 'string' || !isUuid(payload.rid)) {
      return { refused: 'unreadable' };
    }
    return payload.src === source ? { person: payload.rid as PersonId } : { refused: 'foreign' };
  }

  async #decrypt(seal: RecipientSeal): Promise<Partial<Record<'rid' | 'src' | 'v', unknown>> | null> {
    try {
      const outer = await this.#decryptOnce(seal);
      const { text } = outer.cty === WRAPPED ? await this.#decryptOnce(outer.text) : outer;
      return JSON.parse(text) as Record<string, unknown> | null;
    } catch {
      // Whatever is wrong with a seal, it comes from outside and must never stop an event.
      return null;
    }
  }

  async #decryptOnce(seal: string): Promise<{ readonly text: string; readonly cty: unknown }> {
    const { plaintext, protectedHeader } = await compactDecrypt(seal, (header) => this.#keyOf(header), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return { text: new TextDecoder().decode(plaintext), cty: protectedHeader.cty };
  }

  #keyOf({ kid }: CompactJWEHeaderParameters): KeyObject {
    const key = kid === undefined ? undefined : this.#keys.get(kid);
    if (key === undefined) throw new Error('sealed for a key that we do not have');
    return key;
  }
}
