import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Database, type RequestKey } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { PersonalData } from '../../people/personal-data.js';
import { SmsDelivery } from '../../sms/sms-delivery.js';
import { Codes } from '../codes.js';

/** The answer to who asked for a code: moments as ISO 8601. */
export interface SentCode {
  readonly challengeId: string;
  readonly expiresAt: string;
  readonly resendAfter: string;
}

/**
 * Sends a one-time code to a phone. Nobody is looked up: whether the number belongs to a person of ours makes no
 * difference to the answer, to its time, or to what is stored.
 */
@Injectable()
export class RequestCode {
  constructor(
    private readonly db: Database<DB>,
    private readonly codes: Codes,
    private readonly personal: PersonalData,
    private readonly messages: SmsDelivery,
  ) {}

  /** @throws PhoneNotValid, PhoneCountryNotServed, PhoneNotMobile, TooManyCodes */
  async execute(input: { phone: string; address: string }, once: RequestKey | undefined): Promise<SentCode> {
    const phone = this.personal.readMobile(input.phone);
    const asker = { phoneHash: this.personal.phoneHash(phone), addressHash: this.personal.addressHash(input.address) };
    const send = async (tx: Transaction<DB>): Promise<SentCode> => {
      const { challengeId, code, expiresAt, resendAfter } = await this.codes.issue(tx, phone, asker);
      await this.messages.addCode(tx, { to: phone, code, expiresAt });
      return { challengeId, expiresAt: expiresAt.toISOString(), resendAfter: resendAfter.toISOString() };
    };
    const sent = await this.db.transaction(send, { once });
    this.messages.wake();
    return sent;
  }
}
