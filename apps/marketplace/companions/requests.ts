import { type IncomingMessage } from 'node:http';
import { parseMoment } from '@jaki/kernel';
import { Refusal } from './refusal.js';

export interface ChargeRequest {
  readonly orderId: string;
  readonly amount: number;
  readonly callbackUrl: string;
  readonly expiresAt: Date | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const MOST_BYTES = 64 * 1024;
/** EMVCo's code has room for 13 digits. */
export const MOST_RUPIAH = 9_999_999_999_999;
/**
 * Printable ASCII, and not dashes alone: the bill number in the code is made from it without dashes. Nor one or two dots,
 * which an address loses however they are encoded.
 */
const ORDER_ID = /^(?=-*[^-])(?!\.\.?$)[ -~]{1,50}$/;

/** The body as text. One that is too long is read to its end, as a client that still writes would miss the answer. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new Refusal(413, `a body has at most ${MOST_BYTES} bytes`);
  return Buffer.concat(chunks).toString();
}

export function readCharge(body: string): ChargeRequest {
  const asked = readObject(body);
  if (asked['payment_type'] !== 'qris') throw new Refusal(400, 'payment_type must be qris');
  const details = asked['transaction_details'];
  if (!isObject(details)) throw new Refusal(400, 'transaction_details must be an object');
  const orderId = details['order_id'];
  if (typeof orderId !== 'string' || !ORDER_ID.test(orderId)) {
    throw new Refusal(400, 'order_id must be 1 to 50 printable ASCII characters, not dashes alone, nor . or ..');
  }
  return {
    orderId,
    amount: readAmount(details['gross_amount'], 'gross_amount'),
    callbackUrl: readUrl(asked['callback_url']),
    expiresAt: readExpiry(asked['expires_at']),
  };
}

export function readRefund(body: string): { key: string; amount: number } {
  const { refund_key: key, amount } = readObject(body);
  if (typeof key !== 'string' || key === '') throw new Refusal(400, 'refund_key must be a text');
  return { key, amount: readAmount(amount, 'amount') };
}

/** What is paid, when it is told. */
export function readPayment(body: string): number | undefined {
  if (body.trim() === '') return undefined;
  const { amount } = readObject(body);
  return amount === undefined ? undefined : readAmount(amount, 'amount');
}

/** What a form says is paid: digits in a text, as all that forms say is text. */
export function readPaymentForm(body: string): number | undefined {
  const amount = new URLSearchParams(body).get('amount');
  return amount === null ? undefined : readAmount(Number(amount), 'amount');
}

function readObject(body: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'the body must be JSON');
  }
  if (!isObject(value)) throw new Refusal(400, 'the body must be a JSON object');
  return value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readAmount(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_RUPIAH) return value;
  throw new Refusal(400, `${name} must be whole rupiah, from 1 to ${MOST_RUPIAH}`);
}

function readUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  // fetch refuses an address that holds a user and a password.
  if (url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === '') return url.href;
  throw new Refusal(400, 'callback_url must be an http or https address without a password');
}

function readExpiry(value: unknown): Date | undefined {
  if (value === undefined || value === null) return undefined;
  const at = typeof value === 'string' ? parseMoment(value) : undefined;
  if (at === undefined) throw new Refusal(400, 'expires_at must be a moment of RFC 3339');
  return at;
}
