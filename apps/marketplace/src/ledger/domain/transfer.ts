import type { Rupiah } from '@jaki/kernel';

/**
 * Whose money it is. `acquirer`: what the acquirer owes us; `buyers`: what came and nobody has earned yet; `refunds`: what
 * is due back; `mdr`: what sellers pay for being paid by QRIS; `seller:<business>`: what a business has earned.
 */
export type Account = 'acquirer' | 'buyers' | 'refunds' | 'mdr' | `seller:${string}`;

/** What money moves for. With its reference it names a journal, which is written once. */
export type Kind = 'receipt' | 'sale' | 'refund_due' | 'refund';

/** Money that moves from the account that is debited to the one that is credited. */
export interface Transfer {
  readonly kind: Kind;
  /** The receipt, the order or the refund that it moves for. */
  readonly reference: string;
  readonly debit: Account;
  readonly credit: Account;
  /** Above zero. */
  readonly amount: Rupiah;
}

export function sellerAccount(businessId: string): Account {
  return `seller:${businessId}`;
}

/** Money came to the acquirer, for us to keep for the buyer. */
export function receiptTransfers({ id, amount }: { id: string; amount: Rupiah }): Transfer[] {
  return [{ kind: 'receipt', reference: id, debit: 'acquirer', credit: 'buyers', amount }];
}

/** The seller has earned what the order cost, and pays the fee (MDR) out of it: it is never the buyer's (PBI 23/6/2021). */
export function saleTransfers(order: { id: string; businessId: string; amount: Rupiah; mdr: Rupiah }): Transfer[] {
  const seller = sellerAccount(order.businessId);
  const earned = { kind: 'sale', reference: order.id, debit: 'buyers', credit: seller, amount: order.amount } as const;
  const fee = { kind: 'sale', reference: order.id, debit: seller, credit: 'mdr', amount: order.mdr } as const;
  return order.mdr > 0n ? [earned, fee] : [earned];
}

/** What came is to go back. */
export function refundDueTransfers({ id, amount }: { id: string; amount: Rupiah }): Transfer[] {
  return [{ kind: 'refund_due', reference: id, debit: 'buyers', credit: 'refunds', amount }];
}

/** The acquirer gave it back. */
export function refundTransfers({ id, amount }: { id: string; amount: Rupiah }): Transfer[] {
  return [{ kind: 'refund', reference: id, debit: 'refunds', credit: 'acquirer', amount }];
}
