import { queryOnce } from '@jaki/testing/embedded';
import { Acquirer, type Charge } from '../../load/market/acquirer.js';
import { type Rig } from '../../rig/rig.js';
import { read, statements } from './statements.js';

export interface Order {
  readonly id: string;
  readonly payment: string;
  readonly state: string;
  readonly amount: number;
  /** Whether it was paid at some time. */
  readonly paid: boolean;
}

export interface Receipt {
  readonly id: string;
  readonly payment: string;
  readonly transaction: string;
  readonly amount: number;
  readonly verdict: string;
}

export interface Refund {
  readonly id: string;
  readonly payment: string;
  readonly order: string | null;
  readonly amount: number;
  readonly state: string;
}

export interface Transfer {
  readonly kind: string;
  readonly reference: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

/** What a seller is shown, and what completed orders brought without the fee. */
export interface Balance {
  readonly account: string;
  readonly amount: number;
  readonly earned: number;
}

/** All that the marketplace and the acquirer have written down of the payments of one row. */
export interface Books {
  readonly payments: readonly { readonly id: string; readonly state: string }[];
  readonly orders: readonly Order[];
  readonly receipts: readonly Receipt[];
  readonly refunds: readonly Refund[];
  readonly transfers: readonly Transfer[];
  readonly balances: readonly Balance[];
  readonly charges: readonly Charge[];
}

/** @param known payments that there were before: what became of them was judged then */
export async function readBooks(rig: Rig, known: ReadonlySet<string>): Promise<Books> {
  const database = rig.databaseOf('marketplace');
  const payments = await queryOnce<Books['payments'][number]>(database, statements.payments, [[...known]]);
  const ids = new Set(payments.map(({ id }) => id));
  const charges = await new Acquirer(rig.addresses).charges();
  return {
    payments,
    charges: charges.filter(({ order_id }) => ids.has(order_id)),
    orders: await read<Order>(database, 'orders', ids),
    receipts: await read<Receipt>(database, 'receipts', ids),
    refunds: await read<Refund>(database, 'refunds', ids),
    transfers: await read<Transfer>(database, 'transfers', ids),
    balances: await queryOnce<Balance>(database, statements.balances),
  };
}

/** The payments that there are. */
export async function paymentsNow(rig: Rig): Promise<ReadonlySet<string>> {
  const rows = await queryOnce<{ id: string }>(rig.databaseOf('marketplace'), 'SELECT id::text FROM payment');
  return new Set(rows.map(({ id }) => id));
}

export const sumOf = (parts: readonly { readonly amount: number }[]) =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** What the acquirer took and gave back, each by the number that both sides know it by. */
export const taken = ({ charges }: Pick<Books, 'charges'>) =>
  charges.flatMap(({ payments }) =>
    payments.map(({ transaction_id: id, gross_amount }) => ({ id, amount: Number(gross_amount) })),
  );
export const givenBack = ({ charges }: Pick<Books, 'charges'>) =>
  charges.flatMap(({ refunds }) => refunds.map(({ refund_key: id, amount }) => ({ id, amount })));
