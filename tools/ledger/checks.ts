/** Something that must hold of the books: the query finds whatever breaks it. */
export interface Check {
  readonly rule: string;
  /** Its rows name what is wrong: `reference` and `why`. */
  readonly query: string;
}

/** What a journal must be for, by the kind of what it is for: exactly once, and of that amount. */
const journal = (kind: string, of: { id: string; amount: string; from: string }) => `
  SELECT ${of.id}::text AS reference, 'amount ' || ${of.amount} || ', posted ' || coalesce(sum(t.amount)::text, 'nothing') AS why
  FROM ${of.from} LEFT JOIN ledger_transfer t ON t.kind = '${kind}' AND t.n = 1 AND t.reference = ${of.id}
  GROUP BY ${of.id}, ${of.amount} HAVING coalesce(sum(t.amount), 0) <> ${of.amount}`;

const without = (kind: string, query: string) => `
  SELECT reference::text, 'there is a posting and nothing that it is for' AS why FROM ledger_transfer
  WHERE kind = '${kind}' AND reference NOT IN (${query})`;

export const checks: readonly Check[] = [
  {
    rule: 'every sum that came is posted once',
    query: journal('receipt', { id: 'r.id', amount: 'r.amount', from: 'payment_receipt r' }),
  },
  { rule: 'nothing is posted that did not come', query: without('receipt', 'SELECT id FROM payment_receipt') },
  {
    rule: 'every completed order is posted to its seller once',
    query: journal('sale', {
      id: 'o.id',
      amount: 'o.amount',
      from: "(SELECT * FROM seller_order WHERE state = 'completed') o",
    }),
  },
  {
    rule: 'nothing is earned but by completed orders',
    query: without('sale', "SELECT id FROM seller_order WHERE state = 'completed'"),
  },
  {
    rule: 'every refund is posted when it is asked for, once',
    query: journal('refund_due', { id: 'f.id', amount: 'f.amount', from: 'refund f' }),
  },
  {
    rule: 'every refund that was made is posted once',
    query: journal('refund', { id: 'f.id', amount: 'f.amount', from: "(SELECT * FROM refund WHERE state = 'made') f" }),
  },
  { rule: 'nothing went back that was not to', query: without('refund', "SELECT id FROM refund WHERE state = 'made'") },
  {
    rule: 'no payment gives back more than came for it',
    query: `SELECT p.id::text AS reference, 'came ' || came || ', back ' || back AS why FROM (
      SELECT payment.id, (SELECT coalesce(sum(amount), 0) FROM payment_receipt r WHERE r.payment_id = payment.id) AS came,
        (SELECT coalesce(sum(amount), 0) FROM refund f WHERE f.payment_id = payment.id) AS back FROM payment) p WHERE back > came`,
  },
  {
    rule: 'every order that was paid and ended without its goods has its money back',
    query: `SELECT o.id::text AS reference, o.state || ' without a refund of ' || o.amount AS why FROM seller_order o
      WHERE (o.state IN ('declined', 'called_off', 'uncollected')
          OR o.state = 'cancelled' AND EXISTS (SELECT FROM seller_order_history h WHERE h.order_id = o.id AND h.type = 'paid'))
        AND NOT EXISTS (SELECT FROM refund f WHERE f.order_id = o.id AND f.amount = o.amount)`,
  },
  {
    rule: 'every order that is under way was paid',
    query: `SELECT o.id::text AS reference, o.state || ', but its payment is ' || p.state AS why
      FROM seller_order o JOIN payment p ON p.id = o.payment_id
      WHERE o.state IN ('paid', 'accepted', 'ready', 'handed_over', 'completed') AND p.state <> 'paid'`,
  },
  {
    rule: "each seller's balance is the sum of its postings",
    query: `SELECT coalesce(b.account, s.account) AS reference, 'kept ' || coalesce(b.amount, 0) || ', posted ' || coalesce(s.amount, 0) AS why
      FROM seller_balance b FULL JOIN (
        SELECT account, sum(amount) AS amount FROM (
          SELECT credit AS account, amount FROM ledger_transfer UNION ALL SELECT debit, -amount FROM ledger_transfer
        ) posted WHERE account LIKE 'seller:%' GROUP BY account
      ) s ON s.account = b.account WHERE coalesce(b.amount, 0) <> coalesce(s.amount, 0)`,
  },
  {
    rule: 'stock that is held is what orders hold',
    query: `SELECT s.offer_id::text AS reference, 'reserved ' || s.reserved || ', held ' || coalesce(h.held, 0) AS why
      FROM stock s LEFT JOIN (SELECT offer_id, sum(quantity) AS held FROM hold WHERE state = 'held' GROUP BY 1) h
      ON h.offer_id = s.offer_id WHERE s.reserved <> coalesce(h.held, 0)`,
  },
  {
    rule: 'stock on hand is the sum of its movements',
    query: `SELECT s.offer_id::text AS reference, 'on hand ' || s.on_hand || ', moved ' || coalesce(m.moved, 0) AS why
      FROM stock s LEFT JOIN (SELECT offer_id, sum(change) AS moved FROM stock_movement GROUP BY 1) m
      ON m.offer_id = s.offer_id WHERE s.on_hand <> coalesce(m.moved, 0)`,
  },
  {
    rule: "the acquirer's settlement files say the same",
    query: `SELECT reference, day || ' ' || kind || ': ours ' || ours || ', theirs ' || theirs AS why FROM settlement_difference`,
  },
];
