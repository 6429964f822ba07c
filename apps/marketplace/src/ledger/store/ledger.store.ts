import { type Transaction } from 'kysely';
import { newId } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import type { Transfer } from '../domain/transfer.js';

/**
 * Writes transfers into the books, those of one journal numbered in their order. The database keeps sellers' balances and
 * refuses a journal that is there already.
 */
export async function post(tx: Transaction<DB>, transfers: readonly Transfer[], at: Date): Promise<void> {
  if (transfers.length === 0) return;
  const numbers = new Map<string, number>();
  // Ids of one millisecond are random: in order, a statement shows the sale before its fee.
  const ids = transfers.map(() => newId(at)).sort();
  const rows = transfers.map(({ kind, reference, debit, credit, amount }, index) => {
    const n = (numbers.get(`${kind} ${reference}`) ?? 0) + 1;
    numbers.set(`${kind} ${reference}`, n);
    return { id: ids[index] ?? newId(at), kind, reference, n, debit, credit, amount, at };
  });
  await tx.insertInto('ledger_transfer').values(rows).execute();
}
