import { queryOnce } from '@jaki/testing/embedded';
import { type Addresses } from '../../dev/addresses.js';
import { columns } from '../../dev/columns.js';

/** What moved from one account to another, in rupiah. */
export interface Transfer {
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

/** One line of what a seller is shown. */
export interface StatementLine {
  readonly at: string;
  readonly kind: string;
  readonly amount: number;
  readonly balance: number;
}

/** A seller's books: what the seller is shown, and what stands in the ledger. */
export class Books {
  constructor(
    /** Newest first. */
    private readonly statement: readonly StatementLine[],
    private readonly transfers: readonly Transfer[],
    private readonly account: string,
  ) {}

  get figures(): Record<string, number> {
    const sums = [...sumsOf(this.transfers)].map(([account, sum]) => {
      return [`rupiah on the account ${account === this.account ? 'seller' : account}`, sum] as const;
    });
    return { 'rupiah of balance in the statement': this.statement[0]?.balance ?? 0, ...Object.fromEntries(sums) };
  }

  get tables(): string[] {
    const statement = this.statement.map(({ at, kind, amount, balance }) => [
      at,
      kind,
      rupiah(amount),
      rupiah(balance),
    ]);
    const ledger = this.transfers.map(({ kind, debit, credit, amount }) => [kind, debit, credit, rupiah(amount)]);
    return [
      columns(['statement', 'for', toTheRight('amount'), toTheRight('balance')], statement),
      columns(['ledger', 'debit', 'credit', toTheRight('amount')], ledger),
    ];
  }
}

/**
 * What the ledger says of these payments and orders and of whatever else moved on the account, oldest first: read in
 * the marketplace's own database, behind its back.
 */
export function transfersOf(
  addresses: Addresses,
  of: { readonly references: readonly string[]; readonly account: string },
): Promise<Transfer[]> {
  const statement = `
    SELECT kind, debit, credit, amount::float8 AS amount
    FROM ledger_transfer
    WHERE reference = ANY ($1::uuid[])
      OR reference IN (SELECT id FROM payment_receipt WHERE payment_id = ANY ($1::uuid[]))
      OR reference IN (SELECT id FROM refund WHERE payment_id = ANY ($1::uuid[]))
      OR $2 IN (debit, credit)
    ORDER BY id`;
  return queryOnce<Transfer>(addresses.database('marketplace'), statement, [of.references, of.account]);
}

/** By account: what went into it (debit) less what went out of it (credit). */
function sumsOf(transfers: readonly Transfer[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { debit, credit, amount } of transfers) {
    sums.set(debit, (sums.get(debit) ?? 0) + amount);
    sums.set(credit, (sums.get(credit) ?? 0) - amount);
  }
  return sums;
}

/** As sums are read, and what stands above them. */
const toTheRight = (text: string) => text.padStart(9);
const rupiah = (amount: number) => toTheRight(amount.toLocaleString('en'));
