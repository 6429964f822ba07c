import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { PersonalData } from '../../people/personal-data.js';
import { SmsDelivery } from '../../sms/sms-delivery.js';
import { Codes, type IssuedCode } from '../codes.js';

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

  /** @throws PhoneNotValid, TooManyCodes */
  async execute(input: { phone: string; address: string }): Promise<Omit<IssuedCode, 'code'>> {
    const phone = this.personal.readPhone(input.phone);
    const asker = { phoneHash: this.personal.phoneHash(phone), addressHash: this.personal.addressHash(input.address) };
    const sent = await this.db.transaction(async (tx) => {
      const { code, ...challenge } = await this.codes.issue(tx, phone, asker);
      await this.messages.add(tx, { to: phone, text: textWith(code), expiresAt: challenge.expiresAt });
      return challenge;
    });
    this.messages.wake();
    return sent;
  }
}

function textWith(code: string): string {
  return `${code} adalah kode masuk JAKI Anda. Berlaku 5 menit. Jangan berikan kepada siapa pun.`;
}
