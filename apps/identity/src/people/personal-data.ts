import { Injectable } from '@nestjs/common';
import { CityData } from '@jaki/regions';
import { IdentityConfig } from '../config.js';
import { allowMessageTo, type Phone, readPhone } from './phone.js';
import { Vault } from './vault.js';

type Purpose = 'person' | 'message';

/** Personal texts as this database keeps them: ciphertext to read again, a keyed hash to look up. */
@Injectable()
export class PersonalData {
  readonly #vault: Vault;

  constructor(
    private readonly config: IdentityConfig,
    private readonly city: CityData,
  ) {
    this.#vault = new Vault(Buffer.from(config.PHONE_KEY, 'base64url'));
  }

  encrypt(text: string, purpose: Purpose): Buffer {
    return this.#vault.encrypt(text, purpose);
  }

  decrypt(bytes: Buffer, purpose: Purpose): string {
    return this.#vault.decrypt(bytes, purpose);
  }

  /** Reads a number as it is written in this city. @throws PhoneNotValid */
  readPhone(text: string): Phone {
    return readPhone(text, this.city.phoneCountry);
  }

  /** Reads the number of a phone that a code may be sent to. @throws PhoneNotValid, PhoneCountryNotServed, PhoneNotMobile */
  readMobile(text: string): Phone {
    const phone = this.readPhone(text);
    allowMessageTo(phone, this.config.OTP_COUNTRIES ?? [this.city.phoneCountry]);
    return phone;
  }

  phoneHash(phone: Phone): Buffer {
    return this.#vault.fingerprint(phone, 'phone');
  }

  /** Of a network address; an IPv6 customer has a whole /64, so that counts as one. */
  addressHash(address: string): Buffer {
    return this.#vault.fingerprint(networkOf(address), 'address');
  }
}

/** Exported for its tests. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
