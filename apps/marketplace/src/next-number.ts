import { sql, type Transaction } from 'kysely';
import { type DB } from './generated/db.js';

/** Which numbers there are, by the sequence that each is counted with and what it begins with. */
const kinds = {
  business: { sequence: 'business_number', prefix: 'U' },
  listing: { sequence: 'listing_number', prefix: 'L' },
  payment: { sequence: 'payment_number', prefix: 'N' },
  order: { sequence: 'seller_order_number', prefix: 'P' },
} as const;

/** What people will call the next one by: `U000123`. Numbers of refused transactions stay unused. */
export async function nextNumber(tx: Transaction<DB>, kind: keyof typeof kinds): Promise<string> {
  const { sequence, prefix } = kinds[kind];
  const query = tx.selectNoFrom(sql<bigint>`nextval(${sequence}::regclass)`.as('serial'));
  const { serial } = await query.executeTakeFirstOrThrow();
  return `${prefix}${serial.toString().padStart(6, '0')}`;
}
