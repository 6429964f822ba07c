import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, isUuid, newId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { IdentityConfig } from '../config.js';
import { type DB } from '../generated/db.js';
import { type Phone } from '../people/phone.js';
import { type Asker, codesAskedFor, countGuess, queueUp } from './challenge.store.js';
import { type ChallengeId, CODE_LIFETIME_MS, drawCode, hashCode, sameHash } from './code.js';
import { allowCode, type CodeLimits } from './domain/code-limits.js';

export interface IssuedCode {
  readonly challengeId: ChallengeId;
  /** Only for the message to the phone: it is stored nowhere. */
  readonly code: string;
  readonly expiresAt: Date;
  /** When another code may be asked for. */
  readonly resendAfter: Date;
}

/** One-time codes: given out within the limits, checked against what is kept of them. */
@Injectable()
export class Codes {
  readonly #key: Uint8Array;
  readonly #limits: CodeLimits;

  constructor(
    config: IdentityConfig,
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {
    this.#key = Buffer.from(config.OTP_KEY, 'base64url');
    this.#limits = {
      resendSeconds: config.OTP_RESEND_SECONDS,
      perPhone: config.OTP_PER_PHONE,
      perAddress: config.OTP_PER_ADDRESS,
    };
  }

  /** @throws TooManyCodes */
  async issue(tx: Transaction<DB>, phone: Phone, asker: Asker): Promise<IssuedCode> {
    await queueUp(tx, asker);
    const now = this.clock.now();
    allowCode(await codesAskedFor(tx, asker, { limits: this.#limits, now }), this.#limits, now);
    const challengeId = newId<'challenge'>(now);
    const code = drawCode();
    const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
    const row = {
      id: challengeId,
      phone_hash: asker.phoneHash,
      address_hash: asker.addressHash,
      code_hash: hashCode({ challengeId, phone, code }, this.#key),
      created_at: now,
      expires_at: expiresAt,
    };
    await tx.insertInto('otp_challenge').values(row).execute();
    return { challengeId, code, expiresAt, resendAfter: new Date(now.getTime() + this.#limits.resendSeconds * 1000) };
  }

  /** Whether the code is the right one. Counts as a guess for good: it runs outside any transaction of the caller. */
  async fits(guess: { challengeId: string; phone: Phone; code: string }): Promise<boolean> {
    if (!isUuid(guess.challengeId)) return false;
    const hash = await countGuess(this.db.kysely, guess.challengeId, this.clock.now());
    return hash !== undefined && sameHash(hash, hashCode(guess, this.#key));
  }
}
