import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/core';
import numberingPlans from 'libphonenumber-js/metadata.min';
import { DomainError } from '@jaki/kernel';

declare const brand: unique symbol;

/** A phone number in E.164, such as `+6281234567890`. Personal: it never leaves identity but to the SMS gateway. */
export type Phone = string & { readonly [brand]: 'phone' };

/** The text is no phone number. The text itself is not repeated: it may be one, mistyped. */
export class PhoneNotValid extends DomainError {
  readonly code = 'phone_not_valid';
  readonly kind = 'invalid';

  constructor() {
    super('The phone number is not valid; write it as +6281234567890 or 081234567890');
  }
}

/**
 * Reads a number as people in that country write it (in Indonesia `0812…`) or as the world does (`+62812…`).
 *
 * @param country in two letters
 * @throws PhoneNotValid
 */
export function readPhone(text: string, country: string): Phone {
  const phone = parsePhoneNumber(text, { defaultCountry: country as CountryCode, extract: false }, numberingPlans);
  if (!phone?.isValid() || phone.ext !== undefined) throw new PhoneNotValid();
  return phone.number as Phone;
}
