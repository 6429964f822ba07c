import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/core';
import numberingPlans from 'libphonenumber-js/metadata.max';
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

/** A number of a country that no code is sent to. */
export class PhoneCountryNotServed extends DomainError {
  readonly code = 'phone_country_not_served';
  readonly kind = 'invalid';

  constructor(countries: readonly string[]) {
    super(`Codes are sent to phone numbers of these countries only: ${countries.join(', ')}`);
  }
}

/** A landline, a free or a premium number, a service: nothing that a person reads a message on. */
export class PhoneNotMobile extends DomainError {
  readonly code = 'phone_not_mobile';
  readonly kind = 'invalid';

  constructor() {
    super('The phone number cannot receive text messages; give the number of a mobile phone');
  }
}

/** What can receive a text message; where a country's plan does not tell mobile from fixed, the number may. */
const MOBILE = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

/**
 * Reads a number as people in that country write it (in Indonesia `0812…`), as the world does (`+62812…`) or as one
 * dials it from abroad (`0062812…`).
 *
 * @param country in two letters
 * @throws PhoneNotValid also when the text can be read as two numbers: no code goes where it was perhaps not meant
 */
export function readPhone(text: string, country: string): Phone {
  const numbers = new Set(readings(text).map((reading) => validNumber(reading, country)));
  numbers.delete(undefined);
  const [phone, another] = numbers;
  if (phone === undefined || another !== undefined) throw new PhoneNotValid();
  return phone;
}

/**
 * Lets a code be sent to a number, or refuses.
 *
 * @param countries where codes are sent, each in two letters
 * @throws PhoneCountryNotServed, PhoneNotMobile
 */
export function allowMessageTo(phone: Phone, countries: readonly string[]): void {
  const number = parsePhoneNumber(phone, numberingPlans);
  if (number?.country === undefined || !countries.includes(number.country)) throw new PhoneCountryNotServed(countries);
  if (!MOBILE.includes(number.getType() ?? '')) throw new PhoneNotMobile();
}

function validNumber(text: string, country: string): Phone | undefined {
  const number = parsePhoneNumber(text, { defaultCountry: country as CountryCode, extract: false }, numberingPlans);
  return number?.isValid() && number.ext === undefined ? (number.number as Phone) : undefined;
}

/** As it stands and, when it begins with 00, as an international number: most phones dial that for the plus sign. */
function readings(text: string): string[] {
  // Digits of another width, and marks of writing direction that come along when a number is copied.
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*tel:/i, '')
    .replace(/^\s*\(\s*((?:\+|00)\s*\d+)\s*\)/, '$1');
  const dialled = /^[\s(.-]*0[\s.-]*0/.exec(plain);
  return dialled === null ? [plain] : [plain, `+${plain.slice(dialled[0].length)}`];
}
