import { sql, type Transaction } from 'kysely';
import { rupiah } from '@jaki/kernel';
import type { SettlementLine } from '../../acquirer/settlement.js';
import { type DB } from '../../generated/db.js';
import type { DayBook, Difference, Taken } from '../domain/difference.js';

/** A day of the city. */
export interface Where {
  readonly day: string;
  /** The city's time zone, by its IANA name. */
  readonly zone: string;
}

/** Keeps the lines of a day's file; of a file that has grown, what is new. */
export async function keepLines(tx: Transaction<DB>, day: string, lines: readonly SettlementLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ kind, transactionId, reference, gross, mdr }, index) => {
    return { day: sql<Date>`${day}::date`, n: index + 1, kind, transaction_id: transactionId, reference, gross, mdr };
  });
  await tx
    .insertInto('settlement_line')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A refund may be made before midnight and noted after it. */
const SLACK = "interval '15 minutes'";

/** Both books of a day whose file is kept: ours and the acquirer's. */
export async function booksOf(tx: Transaction<DB>, where: Where): Promise<{ ours: DayBook; theirs: DayBook }> {
  const refunds = await refundsOf(tx, where);
  const lines = await tx
    .selectFrom('settlement_line')
    .selectAll()
    .where('day', '=', sql<Date>`${where.day}::date`)
    .where('kind', '=', 'settlement')
    .execute();
  const taken = lines.map(({ transaction_id, reference, gross }) => {
    return { transactionId: transaction_id, reference, amount: rupiah(gross) };
  });
  const back = refunds.map(({ reference, theirs }) => ({ reference, amount: rupiah(theirs) }));
  const own = refunds.map(({ reference, ours }) => ({ reference, amount: rupiah(ours) }));
  return { theirs: { taken, back }, ours: { taken: await receiptsOf(tx, where), back: own } };
}

/**
 * What came that day by our book: what the day's file names, whenever we heard of it, and what we heard of that day, unless
 * the file of another day has it.
 */
async function receiptsOf(tx: Transaction<DB>, { day, zone }: Where): Promise<Taken[]> {
  const { rows } = await sql<{ transaction_id: string; payment_id: string; amount: bigint }>`
    SELECT transaction_id, payment_id, amount FROM payment_receipt AS r
    WHERE EXISTS (
      SELECT FROM settlement_line AS l
      WHERE l.transaction_id = r.transaction_id AND l.kind = 'settlement' AND l.day = ${day}::date
    ) OR (heard_at AT TIME ZONE ${zone})::date = ${day}::date AND NOT EXISTS (
      SELECT FROM settlement_line AS l WHERE l.transaction_id = r.transaction_id AND l.kind = 'settlement'
    )`.execute(tx);
  return rows.map((row) => {
    return { transactionId: row.transaction_id, reference: row.payment_id, amount: rupiah(row.amount) };
  });
}

/** What has gone back, all in all, of each payment of which something went back that day by either book. */
async function refundsOf(tx: Transaction<DB>, { day, zone }: Where) {
  const { rows } = await sql<{ reference: string; ours: bigint; theirs: bigint }>`
    WITH made AS (
      SELECT payment_id::text AS reference, t.amount, t.at AT TIME ZONE ${zone} AS at
      FROM ledger_transfer AS t JOIN refund ON refund.id = t.reference WHERE t.kind = 'refund'
    ), told AS (SELECT reference, -gross AS amount, day FROM settlement_line WHERE kind = 'refund'),
    touched AS (
      SELECT reference FROM made WHERE at::date = ${day}::date UNION SELECT reference FROM told WHERE day = ${day}::date
    ), sums AS (
      SELECT reference,
        (SELECT coalesce(sum(amount), 0)::bigint FROM told WHERE told.reference = touched.reference AND day <= ${day}::date) AS theirs,
        (SELECT coalesce(sum(amount), 0)::bigint FROM made WHERE made.reference = touched.reference AND at::date <= ${day}::date) AS ours,
        (SELECT coalesce(sum(amount), 0)::bigint FROM made WHERE made.reference = touched.reference
          AND at < ${day}::date + interval '1 day' + ${sql.raw(SLACK)}) AS soon
      FROM touched
    )
    SELECT reference, theirs, CASE WHEN soon = theirs THEN soon ELSE ours END AS ours FROM sums`.execute(tx);
  return rows;
}

/** Writes down what differs; what no longer does is gone. */
export async function keepDifferences(
  tx: Transaction<DB>,
  day: string,
  { differences, at }: { readonly differences: readonly Difference[]; readonly at: Date },
): Promise<void> {
  await tx
    .deleteFrom('settlement_difference')
    .where('day', '=', sql<Date>`${day}::date`)
    .execute();
  const rows = differences.map((each) => ({ day: sql<Date>`${day}::date`, ...each, found_at: at }));
  if (rows.length > 0) await tx.insertInto('settlement_difference').values(rows).execute();
}
