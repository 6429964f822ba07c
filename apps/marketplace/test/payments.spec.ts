import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { Acquirer } from '../src/acquirer/acquirer.js';
import { type CheckoutView } from '../src/checkout/queries/views.dto.js';
import { AskAcquirer } from '../src/payments/use-cases/ask-acquirer.js';
import { ExpirePayments } from '../src/payments/use-cases/expire-payments.js';
import { SendRefunds } from '../src/payments/use-cases/send-refunds.js';
import { type Refused, SERVER_KEY, TestMarket } from './market.js';

let market: TestMarket;
let seller: string;
let buyer: string;
beforeAll(async () => {
  // Sweeps are called by hand, so that each case happens in its order.
  market = await TestMarket.start();
  seller = await market.citizen();
});
afterAll(() => market.close());

const PRICE = 10_000;

/** A stall with so much left, and a checkout of two over it. */
async function checkedOut(onHand = 10) {
  buyer = await market.citizen();
  const listing = await market.listing(seller, { offers: [{ unit: 'porsi', price: PRICE, onHand }] });
  const checkout = await market.checkOut(buyer, { [listing.offerId]: 2 });
  const { id, orders } = checkout;
  return { id, orders, listingId: listing.id, offerId: listing.offerId };
}

const state = async (id: string) => (await market.see<CheckoutView>(`/v1/checkouts/${id}`, buyer)).state;
const run = (sweep: typeof AskAcquirer | typeof ExpirePayments | typeof SendRefunds) =>
  market.service.app.get<{ execute(): Promise<number> }>(sweep).execute();

/** The payment's time is over. */
async function end(id: string): Promise<void> {
  await market.service.sql("UPDATE payment SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
  await run(ExpirePayments);
}

/** The acquirer is asked about it, as the sweep does once it is due. One that a callback has locked is left to the next. */
async function ask(id: string): Promise<void> {
  const looks = async () =>
    (await market.service.sql<{ looks: number }>('SELECT looks FROM payment WHERE id = $1', [id]))[0]!.looks;
  const before = await looks();
  await eventually(async () => {
    await market.service.sql("UPDATE payment SET look_at = now() - interval '1 second' WHERE id = $1", [id]);
    await run(AskAcquirer);
    expect(await looks()).toBeGreaterThan(before);
  });
}

/** What came, and what goes back: `[verdict, amount]` and `[reason, amount, state]`. */
async function money(id: string) {
  const receipts = await market.service.sql<{ verdict: string; amount: bigint }>(
    'SELECT verdict, amount FROM payment_receipt WHERE payment_id = $1 ORDER BY heard_at, id',
    [id],
  );
  const refunds = await market.service.sql<{ reason: string; amount: bigint; state: string }>(
    'SELECT reason, amount, state FROM refund WHERE payment_id = $1 ORDER BY requested_at, id',
    [id],
  );
  return {
    came: receipts.map(({ verdict, amount }) => [verdict, Number(amount)]),
    back: refunds.map(({ reason, amount, state: now }) => [reason, Number(amount), now]),
  };
}

/** A callback as the acquirer writes it, signed by a key. */
function callback(id: string, of: Record<string, string> = {}, key = SERVER_KEY) {
  const said = { order_id: id, status_code: '200', gross_amount: '20000.00', transaction_status: 'settlement', ...of };
  const signed = `${said.order_id}${said.status_code}${said.gross_amount}${key}`;
  const signature_key = createHash('sha512').update(signed).digest('hex');
  return { transaction_id: newId(), signature_key, ...said };
}

const hear = (body: object) =>
  market.service.http.post<Refused & { outcome?: string }>('/v1/payments/callback', { body });

describe('money that comes', () => {
  it('in full and in time pays, by the signed callback alone', async () => {
    const { id } = await checkedOut();
    expect((await hear(callback(id))).body).toEqual({ outcome: 'paid' });
    expect([await state(id), await money(id)]).toEqual(['paid', { came: [['paid', 20_000]], back: [] }]);
  });

  it('is taken once, however often and in whatever order its callback comes', async () => {
    const { id, listingId } = await checkedOut();
    const same = callback(id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => hear(same)));
    expect(answers.filter(({ body }) => body.outcome === 'paid')).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await money(id)).toEqual({ came: [['paid', 20_000]], back: [] });
    expect(await market.free(listingId)).toBe(8);
  });

  it('before the checkout was answered pays it all the same', async () => {
    buyer = await market.citizen();
    const { offerId } = await market.listing(seller, { offers: [{ unit: 'porsi', price: PRICE, onHand: 5 }] });
    await market.post('/v1/basket/lines', buyer, { offerId, quantity: 2 });
    const checkout = market.post<CheckoutView>('/v1/checkouts', buyer);
    await eventually(async () => {
      const rows = await market.service.sql<{ id: string }>('SELECT id FROM payment ORDER BY created_at DESC LIMIT 1');
      const answer = await hear(callback(rows[0]!.id));
      expect(answer.body.outcome).toBe('paid');
    });
    expect(await state((await checkout).id)).toBe('paid');
  });

  it('a second time goes back, once the acquirer confirms that it came', async () => {
    const { id } = await checkedOut();
    await market.pay(id);
    await market.comes(id, 'paid', buyer);
    await market.pay(id);
    await eventually(async () => {
      await ask(id);
      expect(await money(id)).toEqual({
        came: [
          ['paid', 20_000],
          ['double', 20_000],
        ],
        back: [['double', 20_000, 'requested']],
      });
    });
    await run(SendRefunds);
    expect((await money(id)).back).toEqual([['double', 20_000, 'made']]);
    expect(await state(id)).toBe('paid');
  });

  it('too little goes back and pays nothing; what is then paid in full pays', async () => {
    const { id } = await checkedOut();
    await market.pay(id, 19_999);
    await ask(id);
    expect([await state(id), await money(id)]).toEqual([
      'pending',
      { came: [['short', 19_999]], back: [['short', 19_999, 'requested']] },
    ]);
    await market.pay(id);
    await eventually(async () => {
      await ask(id);
      expect(await state(id)).toBe('paid');
    });
  });

  it('too much pays, and what is over goes back', async () => {
    const { id } = await checkedOut();
    await market.pay(id, 20_500);
    await ask(id);
    expect([await state(id), await money(id)]).toEqual([
      'paid',
      { came: [['surplus', 20_500]], back: [['surplus', 500, 'requested']] },
    ]);
  });

  it('late is taken while the goods are there: the order is revived', async () => {
    const { id, listingId, orders } = await checkedOut();
    await end(id);
    expect([await state(id), await market.free(listingId)]).toEqual(['expired', 10]);
    await market.pay(id);
    await ask(id);
    expect([await state(id), await money(id)]).toEqual(['paid', { came: [['revived', 20_000]], back: [] }]);
    expect(await market.free(listingId)).toBe(8);
    expect(await market.see(`/v1/orders/${orders[0]!.id}`, buyer)).toMatchObject({ state: 'paid' });
  });

  it('late goes back when somebody else has the goods', async () => {
    const { id, offerId } = await checkedOut(2);
    await end(id);
    await market.paidOrder(await market.citizen(), { [offerId]: 1 });
    await market.pay(id);
    await ask(id);
    expect([await state(id), await money(id)]).toEqual([
      'expired',
      { came: [['late', 20_000]], back: [['late', 20_000, 'requested']] },
    ]);
  });

  it('for what the buyer gave up goes back', async () => {
    const { id } = await checkedOut();
    await market.post(`/v1/checkouts/${id}/cancel`, buyer);
    await market.pay(id);
    await ask(id);
    expect([await state(id), (await money(id)).back]).toEqual(['cancelled', [['late', 20_000, 'requested']]]);
  });
});

describe('what the acquirer says', () => {
  it('is believed with its signature alone', async () => {
    const { id } = await checkedOut();
    const forged = [
      callback(id, {}, 'another-key-of-nobody'),
      { ...callback(id), gross_amount: '1.00' },
      { ...callback(id), signature_key: '' },
      { ...callback(id), signature_key: 'z'.repeat(128) },
      { order_id: id },
      {},
    ];
    for (const body of forged) {
      const answer = await hear(body);
      expect([answer.status, answer.body.code]).toEqual([401, 'callback_not_signed']);
    }
    expect([await state(id), await money(id)]).toEqual(['pending', { came: [], back: [] }]);
  });

  it('of a payment that is not ours is kept, and answered so that it is not sent again', async () => {
    const stranger = newId();
    for (const id of [stranger, 'ORDER-17']) {
      expect(await hear(callback(id))).toMatchObject({ status: 200, body: { outcome: 'unknown_reference' } });
    }
    const kept = await market.service.sql('SELECT verdict FROM payment_callback WHERE reference = $1', [stranger]);
    expect(kept).toEqual([{ verdict: 'unknown_reference' }]);
  });

  it('that would send money back is asked of it first: a replay under another number moves nothing', async () => {
    const { id } = await checkedOut();
    await market.pay(id);
    await market.comes(id, 'paid', buyer);
    // The signature does not cover the number of the transaction.
    expect((await hear({ ...callback(id), transaction_id: newId() })).body).toEqual({ outcome: 'asked_about' });
    await run(AskAcquirer);
    expect(await money(id)).toEqual({ came: [['paid', 20_000]], back: [] });
  });

  it('ends the payment when it failed, and its goods are free; what was paid stays paid', async () => {
    const { id, listingId } = await checkedOut();
    expect((await hear(callback(id, { status_code: '202', transaction_status: 'deny' }))).body.outcome).toBe('failed');
    expect([await state(id), await market.free(listingId)]).toEqual(['failed', 10]);
    const paid = await checkedOut();
    await hear(callback(paid.id));
    await hear(callback(paid.id, { status_code: '202', transaction_status: 'deny' }));
    await hear(callback(paid.id, { status_code: '407', transaction_status: 'expire' }));
    expect(await state(paid.id)).toBe('paid');
  });

  it('may have fields that we do not know', async () => {
    const { id } = await checkedOut();
    const answer = await hear({ ...callback(id), fraud_status: 'accept', metadata: { nested: [null] } });
    expect(answer.body.outcome).toBe('paid');
  });
});

describe('a callback that comes while the acquirer is asked', () => {
  it('has it asked once more: what it told of may not have been in the answer', async () => {
    const { id } = await checkedOut();
    await hear(callback(id));
    await market.service.sql("UPDATE payment SET look_at = now() - interval '1 second' WHERE id = $1", [id]);
    const { asked, letGo } = heldAnswers();
    const asking = market.service.app.get(AskAcquirer).execute();
    await asked;
    expect((await hear({ ...callback(id), transaction_id: newId() })).body.outcome).toBe('asked_about');
    letGo();
    await asking;
    const rows = await market.service.sql<{ soon: boolean }>(
      'SELECT look_at <= now() AS soon FROM payment WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ soon: true }]);
  });
});

/** Holds the next answer of the acquirer back until it is let go. */
function heldAnswers(): { asked: Promise<void>; letGo: () => void } {
  const acquirer = market.service.app.get(Acquirer);
  const ask = acquirer.statusOf.bind(acquirer);
  const asked = Promise.withResolvers<undefined>();
  const held = Promise.withResolvers<undefined>();
  acquirer.statusOf = async (reference) => {
    const status = await ask(reference);
    asked.resolve(undefined);
    await held.promise;
    acquirer.statusOf = ask;
    return status;
  };
  return { asked: asked.promise.then(() => undefined), letGo: () => held.resolve(undefined) };
}

describe('when no callback comes', () => {
  beforeAll(async () => {
    await market.close();
    market = await TestMarket.start({ env: { ACQUIRER_CALLBACK_URL: 'http://127.0.0.1:9/' } });
    seller = await market.citizen();
  });

  it('money is found by asking', async () => {
    const { id } = await checkedOut();
    await market.pay(id);
    await ask(id);
    expect([await state(id), (await money(id)).came]).toEqual(['paid', [['paid', 20_000]]]);
  });

  it('but one whose number was changed on its way, the sum that is asked about is the same one', async () => {
    const { id } = await checkedOut();
    await hear({ ...callback(id), transaction_id: 'made-up' });
    await market.pay(id);
    await ask(id);
    expect(await money(id)).toEqual({ came: [['paid', 20_000]], back: [] });
    const rows = await market.service.sql('SELECT 1 FROM payment_receipt WHERE transaction_id = $1', ['made-up']);
    expect(rows).toEqual([]);
  });

  it('whoever is not paid for is asked about less and less, and at last no more', async () => {
    const { id } = await checkedOut();
    const looks: (Date | null)[] = [];
    for (let count = 0; count < 12; count += 1) {
      await ask(id);
      const rows = await market.service.sql<{ look_at: Date | null }>('SELECT look_at FROM payment WHERE id = $1', [
        id,
      ]);
      looks.push(rows[0]!.look_at);
    }
    expect(looks.findIndex((look) => look === null)).toBe(10);
    await market.pay(id);
    expect(await run(AskAcquirer)).toBe(0);
  });
});
