import { type Rupiah, rupiah } from '@jaki/kernel';
import { AcquirerUnavailable } from './errors.js';

/** Money that came, as the acquirer numbers it. */
export interface Settlement {
  readonly transactionId: string;
  readonly amount: Rupiah;
}

/** What became of a charge. */
export interface AcquirerStatus {
  readonly payments: readonly Settlement[];
  /** Ours that were made, by our ids. */
  readonly refunds: readonly string[];
}

/** A callback whose parts are there; who sent it is another matter. */
export interface Callback {
  readonly reference: string;
  readonly status: string;
  readonly transactionId: string;
  /** Undefined when it is no whole amount of rupiah. */
  readonly amount: Rupiah | undefined;
  readonly statusCode: string;
  /** As it was sent, which is what was signed. */
  readonly grossAmount: string;
  readonly signature: string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `45000.00` as whole rupiah; undefined for anything else, such as a fraction. */
function amountOf(text: string | undefined): Rupiah | undefined {
  const whole = text === undefined ? undefined : /^(\d{1,15})(?:\.0{1,2})?$/.exec(text)?.[1];
  return whole === undefined ? undefined : rupiah(BigInt(whole));
}

/** The text of the QR code in the answer to a charge. @throws AcquirerUnavailable */
export function readQr(answer: unknown): string {
  const qr = textOf(fieldsOf(answer)['qr_string']);
  if (qr === undefined) throw new AcquirerUnavailable('the answer to a charge has no QR code');
  return qr;
}

/** @throws AcquirerUnavailable when it cannot be understood: better asked again than half believed */
export function readStatus(answer: unknown): AcquirerStatus {
  const { payments, refunds = [] } = fieldsOf(answer);
  if (!Array.isArray(payments) || !Array.isArray(refunds)) {
    throw new AcquirerUnavailable('its answer about a charge lists no payments');
  }
  const made = refunds.flatMap((refund) => textOf(fieldsOf(refund)['refund_key']) ?? []);
  return { payments: payments.map(settlementOf), refunds: made };
}

function settlementOf(payment: unknown): Settlement {
  const { transaction_id, gross_amount } = fieldsOf(payment);
  const [transactionId, amount] = [textOf(transaction_id), amountOf(textOf(gross_amount))];
  if (transactionId === undefined || amount === undefined || amount <= 0n) {
    throw new AcquirerUnavailable('a payment in its answer has no number or amount');
  }
  return { transactionId, amount };
}

/** Undefined when a part is missing that every callback has. */
export function readCallback(body: unknown): Callback | undefined {
  const fields = fieldsOf(body);
  const text = (name: string) => textOf(fields[name]);
  const [reference, status, transactionId] = [text('order_id'), text('transaction_status'), text('transaction_id')];
  const [statusCode, grossAmount, signature] = [text('status_code'), text('gross_amount'), text('signature_key')];
  if (reference === undefined || status === undefined || transactionId === undefined) return undefined;
  if (statusCode === undefined || grossAmount === undefined || signature === undefined) return undefined;
  return { reference, status, transactionId, amount: amountOf(grossAmount), statusCode, grossAmount, signature };
}
