import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayIn, newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { AskAcquirer } from '../src/payments/use-cases/ask-acquirer.js';
import { SendRefunds } from '../src/payments/use-cases/send-refunds.js';
import { type DifferenceListView } from '../src/reconciliation/queries/views.dto.js';
import { ReconcileDay } from '../src/reconciliation/use-cases/reconcile-day.js';
import { TestMarket } from './market.js';

let market: TestMarket;
let seller: string;
let registrar: string;
const today = () => dayIn('Asia/Jakarta', new Date());
beforeAll(async () => {
  market = await TestMarket.start();
  seller = await market.citizen();
  registrar = await market.service.token({
    roles: ['registrar'],
    organisation: { id: newId(), kind: 'operator', regions: ['31'] },
  });
});
afterAll(() => market.close());

const reconcile = () => market.service.app.get(ReconcileDay).execute(today());
const differences = async () => {
  const { items } = await market.see<DifferenceListView>(`/v1/settlement-differences?day=${today()}`, registrar);
  return items.map(({ kind, reference, ours, theirs }) => [kind, reference, ours, theirs]);
};
const { sql } = { sql: (query: string, values: unknown[] = []) => market.service.sql(query, values) };

describe("the acquirer's settlement file", () => {
  it('agrees with a day of sales, a refund and a double payment', async () => {
    const buyer = await market.citizen();
    const { offerId } = await market.listing(seller);
    await market.paidOrder(buyer, { [offerId]: 1 });
    const order = await market.paidOrder(buyer, { [offerId]: 1 });
    await market.post(`/v1/orders/${order.id}/cancel`, buyer);
    await market.pay(order.checkoutId);
    await sql("UPDATE payment SET look_at = now() - interval '1 second' WHERE id = $1", [order.checkoutId]);
    await eventually(async () => expect(await market.service.app.get(AskAcquirer).execute()).toBe(1));
    await market.service.app.get(SendRefunds).execute();
    expect(await reconcile()).toBe(0);
    const lines = await sql('SELECT kind, count(*)::int AS n FROM settlement_line GROUP BY kind ORDER BY kind');
    expect(lines).toEqual([
      { kind: 'refund', n: 2 },
      { kind: 'settlement', n: 3 },
    ]);
    expect(await reconcile()).toBe(0);
    expect(await sql('SELECT count(*)::int AS n FROM settlement_line')).toEqual([{ n: 5 }]);
  });

  it('shows every planted difference, and no other', async () => {
    const buyer = await market.citizen();
    const { offerId } = await market.listing(seller);
    const orders = [];
    for (let count = 0; count < 3; count += 1) orders.push(await market.paidOrder(buyer, { [offerId]: 1 }));
    const [lost, less, refunded] = orders.map(({ checkoutId }) => checkoutId);
    const numberOf = async (id: string | undefined) => {
      const rows = await sql('SELECT transaction_id FROM payment_receipt WHERE payment_id = $1', [id]);
      return (rows[0] as { transaction_id: string }).transaction_id;
    };
    const [lostNumber, lessNumber] = [await numberOf(lost), await numberOf(less)];
    // We lost one, wrote one down wrongly, made one up, and say of one that it went back.
    await sql('DELETE FROM payment_receipt WHERE payment_id = $1', [lost]);
    await sql('UPDATE payment_receipt SET amount = 24000 WHERE payment_id = $1', [less]);
    await sql("INSERT INTO payment_receipt VALUES (gen_random_uuid(), 'made-up', $1, 7000, 'double', now())", [less]);
    await sql(
      `WITH r AS (INSERT INTO refund VALUES (gen_random_uuid(), $1, NULL, 3000, 'late', 'made', 1, NULL, now()) RETURNING id)
       INSERT INTO ledger_transfer SELECT gen_random_uuid(), 'refund', id, 1, 'refunds', 'acquirer', 3000, now() FROM r`,
      [refunded],
    );
    expect(await reconcile()).toBe(4);
    expect(await differences()).toEqual([
      ['amount_differs', lessNumber, 24_000, 25_000],
      ['not_with_acquirer', 'made-up', 7_000, 0],
      ['not_with_us', lostNumber, 0, 25_000],
      ['refund_differs', refunded, 3_000, 0],
    ]);
    // What we did not know of is asked about, and taken: here as a double, since the payment was paid before.
    await market.service.app.get(AskAcquirer).execute();
    expect(await numberOf(lost)).toBe(lostNumber);
    expect(await reconcile()).toBe(3);
  });

  it('of a day without payments is empty and agrees', async () => {
    expect(await market.service.app.get(ReconcileDay).execute('2026-01-01')).toBe(0);
  });
});
