import { parse } from 'csv-parse/sync';
import { type Rupiah, rupiah } from '@jaki/kernel';
import { AcquirerUnavailable } from './errors.js';

/** A line of the acquirer's file of a day. */
export interface SettlementLine {
  readonly kind: 'settlement' | 'refund';
  readonly transactionId: string;
  /** Our payment, as the acquirer knows it. */
  readonly reference: string;
  /** Below zero for a refund. */
  readonly gross: Rupiah;
  /** What the acquirer keeps of it. */
  readonly mdr: Rupiah;
}

/** @throws AcquirerUnavailable naming the line that cannot be understood: a day is reconciled as a whole or not at all */
export function parseSettlement(csv: string): SettlementLine[] {
  const rows = parse<Readonly<Record<string, string>>>(csv, { columns: true, skip_empty_lines: true, bom: true });
  return rows.map((row, index) => {
    const { kind, transaction_id: transactionId, order_id: reference } = row;
    const [gross, mdr] = [amountOf(row['gross_amount']), amountOf(row['mdr'])];
    const known = kind === 'settlement' || kind === 'refund';
    if (!known || !transactionId || !reference || gross === undefined || mdr === undefined) {
      throw new AcquirerUnavailable(`line ${index + 2} of its settlement file cannot be understood`);
    }
    return { kind, transactionId, reference, gross, mdr };
  });
}

function amountOf(text: string | undefined): Rupiah | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? rupiah(BigInt(text)) : undefined;
}
