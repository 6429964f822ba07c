export interface Payment {
  readonly transactionId: string;
  readonly amount: number;
  readonly at: Date;
}

export interface Refund {
  readonly key: string;
  readonly amount: number;
  readonly at: Date;
}

/** What a merchant asked to be paid, and what became of it. */
export interface Charge {
  readonly transactionId: string;
  readonly orderId: string;
  readonly amount: number;
  readonly callbackUrl: string;
  readonly qr: string;
  /** What it is as long as nobody has paid. */
  unpaid: 'pending' | 'expire' | 'deny';
  readonly payments: Payment[];
  readonly refunds: Refund[];
}

export type TransactionStatus = Charge['unpaid'] | 'settlement' | 'partial_refund' | 'refund';

/** What `GET /v2/{order_id}/status` answers. */
export interface ChargeView {
  readonly transaction_id: string;
  readonly order_id: string;
  readonly gross_amount: string;
  readonly transaction_status: TransactionStatus;
  readonly settlement_time?: string;
  readonly paid_count: number;
  readonly payments: readonly { transaction_id: string; gross_amount: string; settlement_time: string }[];
  readonly refunds: readonly RefundView[];
}

export interface RefundView {
  readonly refund_key: string;
  readonly amount: number;
}

const sum = (parts: readonly { amount: number }[]) => parts.reduce((total, { amount }) => total + amount, 0);

/** What is paid and not given back, in rupiah. */
export function left(charge: Charge): number {
  return sum(charge.payments) - sum(charge.refunds);
}

export function statusOf(charge: Charge): TransactionStatus {
  if (charge.payments.length === 0) return charge.unpaid;
  if (charge.refunds.length === 0) return 'settlement';
  return left(charge) > 0 ? 'partial_refund' : 'refund';
}

/** The amount of the transaction that bears the charge's id: once paid, what was paid, which may not be what was asked. */
export function grossOf({ payments, amount }: Charge): number {
  return payments[0]?.amount ?? amount;
}

export function viewOf(charge: Charge): ChargeView {
  const payments = charge.payments.map((payment) => ({
    transaction_id: payment.transactionId,
    gross_amount: grossText(payment.amount),
    settlement_time: jakartaTime(payment.at),
  }));
  const settled = payments[0]?.settlement_time;
  return {
    transaction_id: charge.transactionId,
    order_id: charge.orderId,
    gross_amount: grossText(grossOf(charge)),
    transaction_status: statusOf(charge),
    ...(settled === undefined ? {} : { settlement_time: settled }),
    paid_count: payments.length,
    payments,
    refunds: refundsOf(charge),
  };
}

/** Oldest first. */
export function refundsOf({ refunds }: Charge): RefundView[] {
  return refunds.map(({ key, amount }) => ({ refund_key: key, amount }));
}

/** Rupiah as acquirers write them, though they have no fraction: `45000.00`. */
export function grossText(amount: number): string {
  return `${amount}.00`;
}

/** `YYYY-MM-DD HH:mm:ss` on Jakarta's clocks, which are seven hours ahead of UTC all year. */
export function jakartaTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
