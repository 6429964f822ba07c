import type { Order, OrderDecision } from '../order/domain/order.js';
import type { Payment, PaymentDecision, Refund } from '../payment/domain/payment.js';
import type { Verdict } from '../payment/domain/receipt.js';

/** A payment and orders that it pays: what one transaction may change together. */
export interface Purchase {
  readonly payment: Payment;
  readonly orders: readonly Order[];
}

/** Money that came, judged. */
export interface Receipt {
  readonly id: string;
  /** The acquirer's number of the transaction: each is taken once. */
  readonly transactionId: string;
  readonly amount: Refund['amount'];
  readonly verdict: Verdict;
}

/** What a step changes. Money moves by what stands in here, and by nothing else. */
export interface Change {
  readonly payment?: PaymentDecision;
  readonly orders: readonly OrderDecision[];
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Refund[];
}
