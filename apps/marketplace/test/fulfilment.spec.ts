import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, FixedClock } from '@jaki/kernel';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';
import { WatchDeadlines } from '../src/orders/use-cases/watch-deadlines.js';
import { SendRefunds } from '../src/payments/use-cases/send-refunds.js';
import { type Refused, TestMarket } from './market.js';

const HOUR = 3_600_000;

let market: TestMarket;
let seller: string;
let buyer: string;
let sold: { id: string; offerId: string; businessId: string };
let order: OrderDetailsView;
const clock = new FixedClock(new Date());
beforeAll(async () => {
  market = await TestMarket.start({ providers: [{ provide: Clock, useValue: clock }] });
});
afterAll(() => market.close());
beforeEach(async () => {
  [seller, buyer] = [await market.citizen(), await market.citizen()];
  sold = await market.listing(seller);
  order = await market.paidOrder(buyer, { [sold.offerId]: 2 });
});

const ask = (command: string, token: string, body: object = {}) =>
  market.service.http.post<Refused & { state?: string }>(`/v1/orders/${order.id}/${command}`, { token, body });
const take = async (command: string, token: string, body: object = {}) => {
  const { state } = await market.post<{ state: string }>(`/v1/orders/${order.id}/${command}`, token, body);
  return state;
};
const see = (token = buyer) => market.see<OrderDetailsView>(`/v1/orders/${order.id}`, token);
const refunds = async () => {
  const rows = await market.service.sql<{ reason: string; amount: bigint; state: string }>(
    'SELECT reason, amount, state FROM refund WHERE order_id = $1',
    [order.id],
  );
  return rows.map(({ reason, amount, state }) => [reason, Number(amount), state]);
};
/** How many steps the order went on by itself while so long went by, though three look at the same time. */
const wait = async (hours: number) => {
  const steps = async () =>
    (await market.see<{ items: object[] }>(`/v1/orders/${order.id}/history`, buyer)).items.length;
  const before = await steps();
  clock.advance(hours * HOUR);
  const sweep = market.service.app.get(WatchDeadlines);
  await Promise.all([sweep.execute(), sweep.execute(), sweep.execute()]);
  return (await steps()) - before;
};
const reason = { reason: 'Habis' };

describe('an order that is paid', () => {
  it('is cancelled by the buyer until the seller takes it on: goods and money go back', async () => {
    expect(await take('cancel', buyer)).toBe('cancelled');
    expect([await refunds(), await market.free(sold.id)]).toEqual([[['order_cancelled', 50_000, 'requested']], 10]);
    await market.service.app.get(SendRefunds).execute();
    expect(await refunds()).toEqual([['order_cancelled', 50_000, 'made']]);
    expect(await market.see(`/v1/businesses/${sold.businessId}/statement`, seller)).toEqual({ items: [] });
  });

  it('that was taken on is not cancelled any more', async () => {
    await take('accept', seller);
    expect((await ask('cancel', buyer)).body.code).toBe('illegal_transition');
    expect(await refunds()).toEqual([]);
  });

  it('is declined by the seller with a reason that the buyer reads', async () => {
    expect(await take('decline', seller, reason)).toBe('declined');
    expect([await refunds(), await market.free(sold.id)]).toEqual([[['order_declined', 50_000, 'requested']], 10]);
    const { items } = await market.see<{ items: object[] }>(`/v1/orders/${order.id}/history`, buyer);
    expect(items.at(-1)).toMatchObject({ type: 'declined', note: 'Habis' });
  });

  it('is declined and cancelled at the same moment once, and its money goes back once', async () => {
    const answers = await Promise.all([ask('cancel', buyer), ask('decline', seller, reason), ask('accept', seller)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await refunds()).length).toBeLessThanOrEqual(1);
    expect(await market.free(sold.id)).toBe((await refunds()).length === 1 ? 10 : 8);
  });

  it('lapses when the seller does not answer within two hours, once, whoever looks', async () => {
    expect(await wait(1.99)).toBe(0);
    expect(await wait(0.01)).toBe(1);
    expect([(await see()).state, await refunds()]).toEqual(['declined', [['order_lapsed', 50_000, 'requested']]]);
    expect(await wait(1)).toBe(0);
  });
});

describe('an order that was taken on', () => {
  beforeEach(() => take('accept', seller));

  it('has a code that the buyer sees and the seller does not', async () => {
    expect((await see()).pickupCode).toMatch(/^\d{6}$/);
    expect((await see(seller)).pickupCode).toBeNull();
  });

  it('is called off by the seller: the money goes back, the goods do not', async () => {
    expect(await take('call-off', seller, reason)).toBe('called_off');
    expect([await refunds(), await market.free(sold.id)]).toEqual([[['order_called_off', 50_000, 'requested']], 8]);
  });

  it('is handed over for the right code alone', async () => {
    await take('ready', seller);
    const { pickupCode } = await see();
    const wrong = String((Number(pickupCode) + 1) % 1_000_000).padStart(6, '0');
    const refused = await ask('hand-over', seller, { code: wrong });
    expect([refused.status, refused.body.code]).toEqual([422, 'wrong_pickup_code']);
    expect(await take('hand-over', seller, { code: pickupCode })).toBe('handed_over');
  });

  it('that nobody fetches within a day is given up, and the money goes back', async () => {
    await take('ready', seller);
    expect(await wait(24)).toBe(1);
    expect([(await see()).state, await refunds()]).toEqual([
      'uncollected',
      [['order_uncollected', 50_000, 'requested']],
    ]);
  });

  it('completes by itself two days after it was fetched: the seller has earned it once', async () => {
    await take('ready', seller);
    await take('hand-over', seller, { code: (await see()).pickupCode });
    expect(await wait(48)).toBe(1);
    expect(await wait(48)).toBe(0);
    expect((await see()).state).toBe('completed');
    expect(await market.see(`/v1/businesses/${sold.businessId}/balance`, seller)).toEqual({ balance: 50_000 });
    expect(await refunds()).toEqual([]);
  });
});

describe('one checkout over two sellers', () => {
  it('makes one order for each, and the end of one touches no other', async () => {
    const other = await market.citizen();
    const theirs = await market.listing(other, { offers: [{ unit: 'kg', price: 30_000, step: 500, onHand: 5_000 }] });
    const client = await market.citizen();
    const { id, total, orders } = await market.checkOut(client, { [sold.offerId]: 1, [theirs.offerId]: 1_500 });
    expect([total, orders.map(({ amount }) => amount)]).toEqual([70_000, [25_000, 45_000]]);
    await market.pay(id);
    const paid = await market.comes(id, 'paid', client);
    const [mine, foreign] = paid.orders.map((each) => each.id);
    await market.post(`/v1/orders/${mine!}/decline`, seller, reason);
    const after = await market.see<OrderDetailsView>(`/v1/orders/${foreign!}`, client);
    expect(after).toMatchObject({ state: 'paid', lines: [{ quantity: 1_500, price: 30_000, amount: 45_000 }] });
    const back = await market.service.sql('SELECT amount FROM refund WHERE payment_id = $1', [id]);
    expect(back).toEqual([{ amount: 25_000n }]);
  });
});

describe('the books', () => {
  it('are only ever added to', async () => {
    for (const change of [
      'UPDATE ledger_transfer SET amount = 1',
      'DELETE FROM ledger_transfer',
      'TRUNCATE ledger_transfer',
    ]) {
      await expect(market.service.sql(change)).rejects.toThrow('only ever added to');
    }
  });

  it('refuse a journal that is there already, and a seller below nothing', async () => {
    const row = 'INSERT INTO ledger_transfer SELECT gen_random_uuid(), kind, reference, n, debit, credit, amount, at';
    await expect(market.service.sql(`${row} FROM ledger_transfer`)).rejects.toThrow('duplicate key');
    const taken = `INSERT INTO ledger_transfer VALUES
      (gen_random_uuid(), 'sale', gen_random_uuid(), 1, 'seller:${sold.businessId}', 'mdr', 1, now())`;
    await expect(market.service.sql(taken)).rejects.toThrow('seller_balance_floor');
  });

  it('hold every rupiah that came: with the acquirer, earned, kept for buyers or due back', async () => {
    await market.service.app.get(SendRefunds).execute();
    const sums = Object.entries(await market.books());
    expect(sums.reduce((sum, [, amount]) => sum + amount, 0)).toBe(0);
    const [came] = await market.service.sql<{ n: string }>(
      'SELECT coalesce(sum(amount), 0)::text AS n FROM payment_receipt',
    );
    const [back] = await market.service.sql<{ n: string }>(
      "SELECT coalesce(sum(amount), 0)::text AS n FROM refund WHERE state = 'made'",
    );
    expect(-Number(Object.fromEntries(sums)['acquirer'])).toBe(Number(came!.n) - Number(back!.n));
  });
});
