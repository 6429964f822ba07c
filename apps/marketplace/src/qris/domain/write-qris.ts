import { defined } from '@jaki/kernel';
import { crc16 } from './crc16.js';
import { QrisNotReadable } from './errors.js';
import { NATIONAL, parseQris, type Qris } from './read-qris.js';
import { readTlv, writeTlv } from './tlv.js';

/** What is asked for by a code that is made for one payment. */
export interface Payment {
  /** Whole rupiah, 1 to 9,999,999,999. */
  readonly amount: number;
  /** 1 to 25 visible characters of ASCII, no space. */
  readonly billNumber: string;
  /** As the bill number; when absent, one that the code already has stays. */
  readonly reference?: string;
}

/** What a merchant's own code is made of. */
export interface StaticMerchant {
  /** `ID` and 13 digits. */
  readonly nmid: string;
  /** UMI, UKE, UME, UBE or URE. */
  readonly criteria: string;
  /** Four digits. */
  readonly mcc: string;
  /** Cut to 25 characters. */
  readonly name: string;
  /** Cut to 15 characters. */
  readonly city: string;
  readonly postalCode: string;
  /** Who pays the merchant out: its domain, the merchant's account (PAN) and its number for the merchant. */
  readonly acquirer: { readonly domain: string; readonly pan: string; readonly merchantId: string };
}

const HIGHEST_AMOUNT = 9_999_999_999;
const LONGEST_NAME = 25;
const LONGEST_CITY = 15;

/**
 * The merchant's code made out for one payment: every tag stays as it is but kind, amount, bill, reference and checksum.
 *
 * @throws QrisNotReadable when the payment breaks its limits or the code gets longer than a tag can hold.
 */
export function toDynamic(parsed: Qris, { amount, billNumber, reference }: Payment): string {
  if (!Number.isInteger(amount) || amount < 1 || amount > HIGHEST_AMOUNT)
    throw new QrisNotReadable(0, `the amount must be whole rupiah from 1 to ${HIGHEST_AMOUNT}`);
  const bill = defined({
    '01': visible(billNumber, 'the bill number'),
    '05': reference === undefined ? undefined : visible(reference, 'the reference'),
  });
  const known = Array.from(readTlv(parsed.fields.get('62') ?? ''), ([tag, { value }]) => [tag, value] as const);
  const additional = writeTlv(new Map([...known, ...Object.entries(bill)]));
  const changed = { '01': '12', '54': String(amount), '62': additional };
  return seal(new Map([...parsed.fields, ...Object.entries(changed)]));
}

/**
 * A merchant's code without an amount, to be printed and used again.
 *
 * @throws QrisNotReadable when the code that comes out could not be read back.
 */
export function writeStatic(merchant: StaticMerchant): string {
  const { nmid, criteria, mcc, name, city, postalCode, acquirer } = merchant;
  const text = seal(
    tags({
      '00': '01',
      '01': '11',
      '26': writeTlv(tags({ '00': acquirer.domain, '01': acquirer.pan, '02': acquirer.merchantId, '03': criteria })),
      '51': writeTlv(tags({ '00': NATIONAL, '02': nmid, '03': criteria })),
      '52': mcc,
      '53': '360',
      '58': 'ID',
      '59': name,
      '60': city,
      '61': postalCode,
    }),
  );
  parseQris(text);
  return text;
}

function tags(values: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values));
}

/** EMVCo wants the checksum at the very end, even after tags above 63. */
function seal(fields: ReadonlyMap<string, string>): string {
  const cut = new Map(fields);
  cut.delete('63');
  cut.set('59', firstOf(fields.get('59'), LONGEST_NAME));
  cut.set('60', firstOf(fields.get('60'), LONGEST_CITY));
  const text = `${writeTlv(cut)}6304`;
  return text + crc16(text);
}

function firstOf(text = '', characters: number): string {
  return Array.from(text).slice(0, characters).join('');
}

function visible(text: string, what: string): string {
  if (!/^[!-~]{1,25}$/.test(text)) throw new QrisNotReadable(0, `${what} must be 1 to 25 visible ASCII characters`);
  return text;
}
