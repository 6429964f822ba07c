import { queryOnce } from '@jaki/testing/embedded';

/** Read in the marketplace's own tables, behind its back. The first parameter is a list of ids. */
export const statements = {
  payments: 'SELECT id::text, state FROM payment WHERE NOT id = ANY ($1::uuid[]) ORDER BY id',
  orders: `
    SELECT id::text, payment_id::text AS payment, state, amount::float8,
      EXISTS (SELECT FROM seller_order_history h WHERE h.order_id = o.id AND h.type = 'paid') AS paid
    FROM seller_order o WHERE payment_id = ANY ($1::uuid[]) ORDER BY id`,
  receipts: `
    SELECT id::text, payment_id::text AS payment, transaction_id AS transaction, amount::float8, verdict
    FROM payment_receipt WHERE payment_id = ANY ($1::uuid[]) ORDER BY id`,
  refunds: `
    SELECT id::text, payment_id::text AS payment, order_id::text AS order, amount::float8, state
    FROM refund WHERE payment_id = ANY ($1::uuid[]) ORDER BY id`,
  transfers: `
    SELECT kind, reference::text, debit, credit, amount::float8 FROM ledger_transfer
    WHERE reference IN (SELECT id FROM payment_receipt WHERE payment_id = ANY ($1::uuid[])
      UNION ALL SELECT id FROM refund WHERE payment_id = ANY ($1::uuid[])
      UNION ALL SELECT id FROM seller_order WHERE payment_id = ANY ($1::uuid[]))
    ORDER BY id`,
  balances: `
    SELECT coalesce(b.account, e.account) AS account, coalesce(b.amount, 0)::float8 AS amount,
      coalesce(e.earned, 0)::float8 AS earned
    FROM seller_balance b FULL JOIN (
      SELECT 'seller:' || business_id AS account, sum(amount - mdr) AS earned
      FROM seller_order WHERE state = 'completed' GROUP BY 1) e ON e.account = b.account`,
  stock: `
    SELECT s.offer_id::text AS id, s.on_hand::float8 AS "onHand", s.reserved::float8,
      coalesce(sum(h.quantity) FILTER (WHERE h.state = 'held'), 0)::float8 AS held,
      coalesce(sum(h.quantity) FILTER (WHERE h.state = 'consumed'), 0)::float8 AS sold
    FROM stock s LEFT JOIN hold h ON h.offer_id = s.offer_id WHERE s.offer_id = ANY ($1::uuid[]) GROUP BY s.offer_id`,
} as const;

export function read<Row extends object>(
  database: string,
  what: keyof typeof statements,
  ids: Iterable<string>,
): Promise<Row[]> {
  return queryOnce<Row>(database, statements[what], [[...ids]]);
}
