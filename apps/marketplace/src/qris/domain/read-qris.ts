import { defined } from '@jaki/kernel';
import { crc16 } from './crc16.js';
import { QrisNotReadable } from './errors.js';
import { type Fields, readTlv } from './tlv.js';

/** What a QRIS code says. */
export interface Qris {
  /** `static`: the payer types the amount, the code is used again; `dynamic`: made for one payment. */
  readonly kind: 'static' | 'dynamic';
  /** The merchant's national number: `ID` and 13 digits. */
  readonly nmid: string;
  /** Size of the merchant: UMI (micro), UKE (small), UME (middle), UBE (large), URE (donations), or text unknown to us. */
  readonly criteria: string;
  /** As printed; may be longer than the 25 characters that the standard allows. */
  readonly merchantName: string;
  /** As printed; may be longer than the 15 characters that the standard allows. */
  readonly city: string;
  /** Absent when the code has none. */
  readonly postalCode?: string;
  /** Merchant category code of ISO 18245, four digits. */
  readonly mcc: string;
  /** Whole rupiah, a safe integer. Absent when the payer types it. */
  readonly amount?: number;
  /** Tag 62/01. */
  readonly billNumber?: string;
  /** Tag 62/05, the label that the merchant finds the payment by. */
  readonly reference?: string;
  /** Tag 62/07, the till. */
  readonly terminal?: string;
  /** Every top-level tag as it was written, in its order and with the checksum: nothing unknown is lost. */
  readonly fields: ReadonlyMap<string, string>;
}

interface Rule {
  readonly tag: string;
  readonly shape: RegExp;
  readonly why: string;
}

/** Sub-tag 00 of the template that every QRIS code has, whoever issued it. */
export const NATIONAL = 'ID.CO.QRIS.WWW';

const ANY_TEXT = /./su;
const VERSION = { tag: '00', shape: /^01$/, why: 'tag 00, the version, must be 01' };
const MCC = { tag: '52', shape: /^\d{4}$/, why: 'tag 52, the category of the merchant, must be four digits' };
const CURRENCY = { tag: '53', shape: /^360$/, why: 'tag 53, the currency, must be 360 (rupiah)' };
const COUNTRY = { tag: '58', shape: /^ID$/, why: 'tag 58, the country, must be ID' };
const NAME = { tag: '59', shape: ANY_TEXT, why: 'tag 59, the name of the merchant, must not be missing or empty' };
const CITY = { tag: '60', shape: ANY_TEXT, why: 'tag 60, the city, must not be missing or empty' };
const NMID = { tag: '02', shape: /^ID\d{13}$/, why: 'sub-tag 02, the NMID, must be ID and 13 digits' };
const CRITERIA = { tag: '03', shape: ANY_TEXT, why: 'sub-tag 03, the criteria, must not be missing or empty' };

/**
 * Reads a code as it is found on walls and screens, forgiving what payment apps forgive: a checksum in lower case, white
 * space at the end, names that are too long, amounts with `.00`.
 *
 * @throws QrisNotReadable when it is damaged, not of QRIS, or asks for a fraction of a rupiah.
 */
export function parseQris(text: string): Qris {
  const code = text.trimEnd();
  // Half a surrogate pair has no UTF-8 bytes of its own, so the checksum would not notice it.
  if (!code.isWellFormed()) throw new QrisNotReadable(0, 'the text is not well-formed Unicode');
  const fields = readTlv(code, { last: '63' });
  checkCrc(code, fields);
  for (const rule of [VERSION, CURRENCY, COUNTRY]) required(fields, rule);
  return {
    kind: kindOf(fields),
    ...merchantOf(fields),
    ...defined({ postalCode: optional(fields, '61'), amount: amountOf(fields) }),
    ...additionalOf(fields),
    fields: new Map(Array.from(fields, ([tag, { value }]) => [tag, value])),
  };
}

function checkCrc(code: string, fields: Fields): void {
  const crc = required(fields, { tag: '63', shape: /^[\da-f]{4}$/i, why: 'tag 63 must be four hexadecimal digits' });
  const right = crc.toUpperCase() === crc16(code.slice(0, -crc.length));
  if (!right) throw new QrisNotReadable(placeOf(fields, '63'), 'the checksum does not match: the code is damaged');
}

function kindOf(fields: Fields): Qris['kind'] {
  const method = optional(fields, '01') ?? '11';
  if (method === '11') return 'static';
  if (method === '12') return 'dynamic';
  throw new QrisNotReadable(placeOf(fields, '01'), 'tag 01 must be 11 (static) or 12 (dynamic)');
}

function merchantOf(fields: Fields): Pick<Qris, 'nmid' | 'criteria' | 'merchantName' | 'city' | 'mcc'> {
  const national = nationalOf(fields);
  return {
    nmid: required(national, NMID),
    criteria: required(national, CRITERIA),
    merchantName: required(fields, NAME),
    city: required(fields, CITY),
    mcc: required(fields, MCC),
  };
}

function nationalOf(fields: Fields): Fields {
  const others = Array.from(fields.keys()).filter((tag) => tag >= '26' && tag <= '50');
  for (const tag of ['51', ...others]) {
    // Acquirers' own templates are not ours to judge: only one that names the national domain has to be readable.
    if (fields.get(tag)?.value.includes(NATIONAL) !== true) continue;
    const template = templateOf(fields, tag);
    if (template.get('00')?.value === NATIONAL) return template;
  }
  throw new QrisNotReadable(0, `no template of ${NATIONAL}, in tag 51 or in 26 to 50`);
}

function amountOf(fields: Fields): number | undefined {
  const text = optional(fields, '54');
  if (text === undefined) return undefined;
  const amount = /^\d+(\.0*)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(amount)) return amount;
  throw new QrisNotReadable(placeOf(fields, '54'), 'tag 54, the amount, must be a number of whole rupiah');
}

function additionalOf(fields: Fields): Pick<Qris, 'billNumber' | 'reference' | 'terminal'> {
  const additional = templateOf(fields, '62');
  return defined({
    billNumber: optional(additional, '01'),
    reference: optional(additional, '05'),
    terminal: optional(additional, '07'),
  });
}

function templateOf(fields: Fields, tag: string): Fields {
  return readTlv(fields.get(tag)?.value ?? '', { from: placeOf(fields, tag) });
}

function required(fields: Fields, { tag, shape, why }: Rule): string {
  const value = fields.get(tag)?.value ?? '';
  if (!shape.test(value)) throw new QrisNotReadable(placeOf(fields, tag), why);
  return value;
}

function optional(fields: Fields, tag: string): string | undefined {
  const value = fields.get(tag)?.value;
  return value === '' ? undefined : value;
}

function placeOf(fields: Fields, tag: string): number {
  return fields.get(tag)?.at ?? 0;
}
