import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '@jaki/testing';
import { checks } from './checks.js';
import { verifyBooks } from './verify-books.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  const folder = new URL('../../apps/marketplace/prisma/migrations/', import.meta.url);
  database = await testDatabase([{ schema: 'public', folder }]);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const uuid = (n: number) => `0199c1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [BUSINESS, LISTING, OFFER] = [uuid(1), uuid(2), uuid(3)];
const [PAYMENT, SOLD, DECLINED, WAITING, WAITS] = [uuid(4), uuid(5), uuid(6), uuid(7), uuid(8)];
const [RECEIPT, REFUND] = [uuid(9), uuid(10)];

/** Books in order: of ten portions two are sold and earned, one was declined and went back, one is held. */
const inOrder = `
  TRUNCATE seller_balance, settlement_difference, business, payment CASCADE;
  INSERT INTO business VALUES ('${BUSINESS}', 'U000001', 'verified', 1, '${uuid(20)}', NULL, 'Warung', 'stall', '31.71.01.1001',
    NULL, '56102', 'low', '[]', now(), now());
  INSERT INTO listing VALUES ('${LISTING}', 'L000001', '${BUSINESS}', 'published', 1, 'Soto', '-', 'snacks', now(), now());
  INSERT INTO offer VALUES ('${OFFER}', '${LISTING}', 1, NULL, 'porsi', 600000, 1, 1);
  INSERT INTO stock VALUES ('${OFFER}', 8, 1);
  INSERT INTO stock_movement VALUES ('${uuid(30)}', '${OFFER}', now(), 'restocked', 10, NULL),
    ('${uuid(31)}', '${OFFER}', now(), 'sold', -3, NULL), ('${uuid(32)}', '${OFFER}', now(), 'order_ended', 1, NULL);
  INSERT INTO payment VALUES ('${PAYMENT}', 'N1', 'paid', 1, '${uuid(21)}', NULL, 1800000, NULL, now(), now(), NULL, 0),
    ('${WAITS}', 'N2', 'pending', 1, '${uuid(21)}', NULL, 600000, NULL, now(), now(), NULL, 0);
  INSERT INTO seller_order
    SELECT id::uuid, n, p::uuid, '${BUSINESS}', s, 1, '${uuid(21)}', NULL, a, m, '31.71.01.1001', '000000', NULL, NULL, now(), now() FROM (VALUES
      ('${SOLD}', 'P1', '${PAYMENT}', 'completed', 1200000, 3600), ('${DECLINED}', 'P2', '${PAYMENT}', 'declined', 600000, 1800),
      ('${WAITING}', 'P3', '${WAITS}', 'awaiting_payment', 600000, 1800)) AS o(id, n, p, s, a, m);
  INSERT INTO hold VALUES ('${SOLD}', '${OFFER}', 2, 'consumed'), ('${DECLINED}', '${OFFER}', 1, 'returned'),
    ('${WAITING}', '${OFFER}', 1, 'held');
  INSERT INTO payment_receipt VALUES ('${RECEIPT}', 't1', '${PAYMENT}', 1800000, 'paid', now());
  INSERT INTO refund VALUES ('${REFUND}', '${PAYMENT}', '${DECLINED}', 600000, 'order_declined', 'made', 1, NULL, now());
  INSERT INTO ledger_transfer SELECT gen_random_uuid(), k, r::uuid, n, d, c, a, now() FROM (VALUES
    ('receipt', '${RECEIPT}', 1, 'acquirer', 'buyers', 1800000), ('sale', '${SOLD}', 1, 'buyers', 'seller:${BUSINESS}', 1200000),
    ('sale', '${SOLD}', 2, 'seller:${BUSINESS}', 'mdr', 3600), ('refund_due', '${REFUND}', 1, 'buyers', 'refunds', 600000),
    ('refund', '${REFUND}', 1, 'refunds', 'acquirer', 600000)) AS t(k, r, n, d, c, a);`;

/** The rules that are broken. */
const broken = async () => {
  const { findings } = await verifyBooks(client);
  return findings.filter(({ faults }) => faults.length > 0).map(({ rule }) => rule);
};

beforeEach(async () => {
  // Whoever owns the database can do what the service cannot.
  await client.query(
    'SET session_replication_role = replica; DELETE FROM ledger_transfer; SET session_replication_role = origin',
  );
  await client.query(inOrder);
});

// Written by hand: what is done to books in order, and the rules that must see it.
const planted: Record<string, [fault: string, ...rules: string[]]> = {
  'a receipt without its posting': [
    `DELETE FROM ledger_transfer WHERE kind = 'receipt'`,
    'every sum that came is posted once',
  ],
  'a posting without its receipt': [
    `INSERT INTO ledger_transfer VALUES (gen_random_uuid(), 'receipt', '${uuid(99)}', 1, 'acquirer', 'buyers', 5, now())`,
    'nothing is posted that did not come',
  ],
  'a sale that is not posted in full': [
    `UPDATE ledger_transfer SET amount = 1199999 WHERE kind = 'sale' AND n = 1`,
    'every completed order is posted to its seller once',
    "each seller's balance is the sum of its postings",
  ],
  'money for an order that is not completed': [
    `UPDATE seller_order SET state = 'ready' WHERE id = '${SOLD}'`,
    'nothing is earned but by completed orders',
  ],
  'a refund that was made and not posted': [
    `DELETE FROM ledger_transfer WHERE kind = 'refund'`,
    'every refund that was made is posted once',
  ],
  'a refund that was never asked for in the books': [
    `DELETE FROM ledger_transfer WHERE kind = 'refund_due'`,
    'every refund is posted when it is asked for, once',
  ],
  'a refund that is posted as made and is not': [
    `UPDATE refund SET state = 'requested'`,
    'nothing went back that was not to',
  ],
  'a refund above what came': [
    `UPDATE payment_receipt SET amount = 500000; UPDATE ledger_transfer SET amount = 500000 WHERE kind = 'receipt'`,
    'no payment gives back more than came for it',
  ],
  'an order that was declined and its money kept': [
    `UPDATE refund SET order_id = NULL`,
    'every order that was paid and ended without its goods has its money back',
  ],
  'an order under way that nobody paid': [
    `UPDATE seller_order SET state = 'accepted' WHERE id = '${WAITING}'`,
    'every order that is under way was paid',
  ],
  'a balance that is not its postings': [
    `UPDATE seller_balance SET amount = amount + 1`,
    "each seller's balance is the sum of its postings",
  ],
  'stock that nobody holds': [`UPDATE stock SET reserved = 2`, 'stock that is held is what orders hold'],
  'stock from nowhere': [`UPDATE stock SET on_hand = 9`, 'stock on hand is the sum of its movements'],
  'a difference to the settlement file': [
    `INSERT INTO settlement_difference VALUES (current_date, 'not_with_us', 't9', 0, 5, now())`,
    "the acquirer's settlement files say the same",
  ],
};

describe('npm run ledger:verify', () => {
  it('finds nothing in books that are in order', async () => {
    expect(await broken()).toEqual([]);
    expect((await verifyBooks(client)).postings).toBe(5);
  });

  it.each(Object.entries(planted))('finds %s, and nothing else', async (_, [fault, ...rules]) => {
    await client.query(`SET session_replication_role = replica; ${fault}; SET session_replication_role = origin`);
    expect(await broken()).toEqual(rules);
  });

  it('has a planted fault for every rule', () => {
    const seen = new Set(Object.values(planted).flatMap(([, ...rules]) => rules));
    expect([...seen].sort()).toEqual(checks.map(({ rule }) => rule).sort());
  });
});
