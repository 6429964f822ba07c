import { Injectable } from '@nestjs/common';
import { audienceOf, type PersonId, type RecipientSeal, serviceOf } from '@jaki/kernel';
import { IdentityConfig } from '../config.js';
import { sealRecipient } from './recipient-seals.js';
import { sessionIn, subjectIn } from './subject.js';

export const IDENTITY = audienceOf('identity');
export const NOTIFICATIONS = audienceOf('notifications');

/** How each service knows a holder: a person's internal id, or `client:<id>` for a machine's account. */
@Injectable()
export class Subjects {
  readonly #key: Uint8Array;

  constructor(private readonly config: IdentityConfig) {
    this.#key = Buffer.from(config.SUBJECT_KEY, 'base64url');
  }

  in(sector: string, holder: string): PersonId {
    return subjectIn(sector, holder, this.#key);
  }

  session(sector: string, grant: string): string {
    return sessionIn(sector, grant, this.#key);
  }

  /** The seal for a service's token. None for identity, which announces nobody, nor for notifications, which opens it. */
  async sealFor(audience: string, holder: string): Promise<RecipientSeal | undefined> {
    if (audience === IDENTITY || audience === NOTIFICATIONS) return undefined;
    const source = serviceOf(audience);
    return source === undefined
      ? undefined
      : sealRecipient(this.in(NOTIFICATIONS, holder), source, this.config.sealKey);
  }
}
