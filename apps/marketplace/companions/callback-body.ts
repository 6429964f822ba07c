import { createHash } from 'node:crypto';
import { grossText, jakartaTime, refundsOf, type TransactionStatus } from './charge.js';
import { type Change } from './charge-book.js';

/** As Midtrans numbers them. The signature covers them, so a merchant that takes them all for 200 is found out. */
const STATUS_CODES: Readonly<Record<TransactionStatus, string>> = {
  settlement: '200',
  partial_refund: '200',
  refund: '200',
  pending: '201',
  deny: '202',
  expire: '407',
};

/** What a merchant is told of a change: of a refund's, all that was given back, as the gross amount stays what was paid. */
export function callbackOf({ charge, transactionId, amount, status, at }: Change, serverKey: string): object {
  const code = STATUS_CODES[status];
  const gross = grossText(amount);
  return {
    transaction_id: transactionId,
    order_id: charge.orderId,
    status_code: code,
    gross_amount: gross,
    transaction_status: status,
    transaction_time: jakartaTime(at),
    signature_key: createHash('sha512').update(`${charge.orderId}${code}${gross}${serverKey}`).digest('hex'),
    ...(status === 'partial_refund' || status === 'refund' ? { refunds: refundsOf(charge) } : {}),
  };
}
