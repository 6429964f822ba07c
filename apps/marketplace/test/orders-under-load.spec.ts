import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type CheckoutView } from '../src/checkout/queries/views.dto.js';
import { ExpirePayments } from '../src/payments/use-cases/expire-payments.js';
import { type Refused, TestMarket } from './market.js';

let market: TestMarket;
let seller: string;
beforeAll(async () => {
  // Sweeps are called by hand, several at a time.
  market = await TestMarket.start();
  seller = await market.citizen();
});
afterAll(() => market.close());

const offered = (onHand: number) => market.listing(seller, { offers: [{ unit: 'porsi', price: 5_000, onHand }] });
const tryCheckOut = (token: string) =>
  market.service.http.post<CheckoutView & Refused>('/v1/checkouts', { token, body: {} });
const stockOf = async (offerId: string) => {
  const rows = await market.service.sql('SELECT on_hand, reserved FROM stock WHERE offer_id = $1', [offerId]);
  return Object.values(rows[0]!).map(Number);
};

describe('many at once', () => {
  it('200 buyers of the last 10 get 10 orders and 190 clear refusals', async () => {
    const { offerId } = await offered(10);
    const buyers = await Promise.all(Array.from({ length: 200 }, () => market.citizen()));
    for (const buyer of buyers) await market.post('/v1/basket/lines', buyer, { offerId, quantity: 1 });
    const answers = await Promise.all(buyers.map(tryCheckOut));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => [body.code, body.details?.['lines']])).toEqual(
      Array.from({ length: 190 }, () => [
        'basket_changed',
        [{ offerId, problem: 'too_little_left', seen: 5_000, price: 5_000, free: 0 }],
      ]),
    );
    expect(await stockOf(offerId)).toEqual([10, 10]);
  });

  it('baskets of the same offers in any order never wait for each other, and nothing is sold twice', async () => {
    const offers = [await offered(30), await offered(30), await offered(30)].map(({ offerId }) => offerId);
    const buyers = await Promise.all(Array.from({ length: 40 }, () => market.citizen()));
    await Promise.all(
      buyers.map(async (buyer, index) => {
        const order = index % 2 === 0 ? offers : offers.toReversed();
        for (const offerId of order) await market.post('/v1/basket/lines', buyer, { offerId, quantity: 1 });
      }),
    );
    const answers = await Promise.all(buyers.map(tryCheckOut));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 30 }, () => 201),
      ...Array.from({ length: 10 }, () => 409),
    ]);
    for (const offerId of offers) expect(await stockOf(offerId)).toEqual([30, 30]);
  });

  it('one basket is checked out once, however often it is asked for', async () => {
    const { offerId } = await offered(10);
    const buyer = await market.citizen();
    await market.post('/v1/basket/lines', buyer, { offerId, quantity: 1 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryCheckOut(buyer)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'basket_empty')).toHaveLength(7);
    expect(await stockOf(offerId)).toEqual([10, 1]);
  });

  it('with one Idempotency-Key there is one checkout, and its answer again', async () => {
    const { offerId } = await offered(10);
    const buyer = await market.citizen();
    await market.post('/v1/basket/lines', buyer, { offerId, quantity: 3 });
    const headers = { 'idempotency-key': newId() };
    const ask = () => market.service.http.post<CheckoutView>('/v1/checkouts', { token: buyer, body: {}, headers });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await stockOf(offerId)).toEqual([10, 3]);
  });

  it('what was not paid in time is let go once, however many sweep', async () => {
    const { offerId } = await offered(50);
    const buyers = await Promise.all(Array.from({ length: 20 }, () => market.citizen()));
    const ids: string[] = [];
    for (const buyer of buyers) ids.push((await market.checkOut(buyer, { [offerId]: 2 })).id);
    await market.service.sql("UPDATE payment SET expires_at = now() - interval '1 second' WHERE id = ANY ($1)", [ids]);
    const sweep = market.service.app.get(ExpirePayments);
    const done = await Promise.all(Array.from({ length: 6 }, () => sweep.execute()));
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(20);
    expect(await stockOf(offerId)).toEqual([50, 0]);
    const states = await market.service.sql('SELECT DISTINCT state FROM seller_order WHERE payment_id = ANY ($1)', [
      ids,
    ]);
    expect(states).toEqual([{ state: 'expired' }]);
  });

  it('one that cannot be ended holds up no other', async () => {
    const { offerId } = await offered(50);
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1)
      ids.push((await market.checkOut(await market.citizen(), { [offerId]: 1 })).id);
    // A state that no code leads to.
    await market.service.sql("UPDATE seller_order SET state = 'completed' WHERE payment_id = $1", [ids[0]]);
    const ages = ids.map((_, index) => `${10 - index} seconds`);
    await market.service.sql(
      'UPDATE payment SET expires_at = now() - age::interval FROM unnest($1::uuid[], $2::text[]) AS o(of, age) WHERE id = of',
      [ids, ages],
    );
    expect(await market.service.app.get(ExpirePayments).execute()).toBe(3);
    expect(await market.service.app.get(ExpirePayments).execute()).toBe(0);
    expect(market.service.logs.filter((line) => line.includes('is left out for a while'))).toHaveLength(1);
  });

  it('paying, expiring and giving up at the same moment ends one way, with goods and money to match', async () => {
    const { offerId } = await offered(100);
    const sweep = market.service.app.get(ExpirePayments);
    const ends: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const buyer = await market.citizen();
      const { id } = await market.checkOut(buyer, { [offerId]: 1 });
      await market.service.sql('UPDATE payment SET expires_at = now() WHERE id = $1', [id]);
      const cancel = market.service.http.post(`/v1/checkouts/${id}/cancel`, { token: buyer, body: {} });
      await Promise.all([market.pay(id), sweep.execute(), cancel]);
      ends.push((await market.see<CheckoutView>(`/v1/checkouts/${id}`, buyer)).state);
    }
    const states = ['paid', 'expired', 'cancelled'];
    expect(ends.filter((state) => !states.includes(state))).toEqual([]);
    const sold = await market.service.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM hold WHERE offer_id = $1 AND state = 'consumed'",
      [offerId],
    );
    expect(await stockOf(offerId)).toEqual([100 - sold[0]!.n, 0]);
  });
});
