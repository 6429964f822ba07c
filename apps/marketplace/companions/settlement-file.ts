import { dayIn } from '@jaki/kernel';
import { type Charge, jakartaTime } from './charge.js';

interface Row {
  readonly transactionId: string;
  readonly orderId: string;
  readonly amount: number;
  readonly mdr: number;
  readonly kind: 'settlement' | 'refund';
  readonly at: Date;
}

const HEADER = 'transaction_id,order_id,gross_amount,mdr,net,kind,time';

/**
 * What was settled and refunded on a day of Jakarta, in order of time: whole rupiah, a refund below zero, so that the
 * nets add up to what the acquirer pays out.
 *
 * @param charges oldest first
 */
export function settlementFile(charges: readonly Charge[], day: string): string {
  const rows = charges.flatMap(rowsOf).filter(({ at }) => dayIn('Asia/Jakarta', at) === day);
  rows.sort((one, other) => one.at.getTime() - other.at.getTime());
  return [HEADER, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

/** The merchant's fee: none for a micro merchant (UMI) up to 500,000 rupiah, 0.3 % above, rounded down. */
export function mdrOf(amount: number): number {
  return amount <= 500_000 ? 0 : Math.floor((amount * 3) / 1000);
}

function rowsOf({ orderId, transactionId, payments, refunds }: Charge): Row[] {
  const settled = payments.map((payment): Row => {
    return { ...payment, orderId, mdr: mdrOf(payment.amount), kind: 'settlement' };
  });
  // The fee of what is given back is kept.
  const refunded = refunds.map(({ amount, at }): Row => {
    return { transactionId, orderId, amount: -amount, mdr: 0, kind: 'refund', at };
  });
  return [...settled, ...refunded];
}

function line({ transactionId, orderId, amount, mdr, kind, at }: Row): string {
  return [transactionId, quoted(orderId), amount, mdr, amount - mdr, kind, jakartaTime(at)].join(',');
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
