import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { type CheckoutView } from '../src/checkout/queries/views.dto.js';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';
import { freshNib, qrisCode, TestMarket } from './market.js';

// A whole trade in words that stand nowhere else: one order is fetched and earned, one declined and paid back.
const NAME = 'Warungkenari';
const TITLE = 'Judulkenari';
const DESCRIPTION = 'Uraiankenari';
const OFFER = 'Ukurankenari';
const REFUSED = 'Tolakkenari';
const DECLINED = 'Habiskenari';
const CALLED_OFF = 'Batalkenari';
const NMID = 'ID1026529448957';
const PRICE = 98_765;
const [seller, buyer, officer] = [newId(), newId(), newId()];
const nib = freshNib();

let market: TestMarket;
const tokens = { seller: '', buyer: '', officer: '', other: '' };
const ids = { business: '', listing: '', fetched: '', declined: '', ready: '', checkout: '' };
const codes: string[] = [];
const transactions: string[] = [];

const order = (id: string, command: string, token: string, body: object = {}) =>
  market.post(`/v1/orders/${id}/${command}`, token, body);

async function publish(): Promise<string> {
  ids.business = await market.business(tokens.seller, { name: NAME, nib });
  await market.take(ids.business, 'qris', tokens.seller, { code: qrisCode });
  const words = { title: TITLE, description: DESCRIPTION, category: 'snacks' };
  const offers = [{ name: OFFER, unit: 'porsi', price: PRICE, onHand: 10 }];
  ids.listing = (await market.draft(tokens.seller, { businessId: ids.business, ...words, offers })).id;
  const step = (command: string, token: string, body: object = {}) =>
    market.post(`/v1/listings/${ids.listing}/${command}`, token, body);
  await step('submit', tokens.seller);
  await step('refuse', tokens.officer, { reason: REFUSED });
  await step('revise', tokens.seller, { ...words, offers });
  await step('submit', tokens.seller);
  await step('approve', tokens.officer);
  return market.offerOf(ids.listing, tokens.seller);
}

async function bought(offerId: string): Promise<string> {
  const { id } = await market.paidOrder(tokens.buyer, { [offerId]: 1 });
  return id;
}

/** Takes it on and makes it ready. */
async function readied(id: string): Promise<void> {
  await order(id, 'accept', tokens.seller);
  await order(id, 'ready', tokens.seller);
  codes.push((await market.see<OrderDetailsView>(`/v1/orders/${id}`, tokens.buyer)).pickupCode ?? 'none');
}

beforeAll(async () => {
  market = await TestMarket.start({ env: { JOBS: 'on', LOG_LEVEL: 'trace' } });
  tokens.seller = await market.citizen(seller);
  tokens.buyer = await market.citizen(buyer);
  tokens.officer = await market.officer('city_administration', ['31'], officer);
  tokens.other = await market.citizen();
  const offerId = await publish();
  for (const name of ['fetched', 'declined', 'ready'] as const) ids[name] = await bought(offerId);
  const calledOff = await bought(offerId);
  for (const id of [ids.fetched, ids.ready, calledOff]) await readied(id);
  await order(ids.fetched, 'hand-over', tokens.seller, { code: codes[0] });
  await order(ids.fetched, 'complete', tokens.buyer);
  await order(ids.declined, 'decline', tokens.seller, { reason: DECLINED });
  await order(calledOff, 'call-off', tokens.seller, { reason: CALLED_OFF });
  await market.service.http.post(`/v1/orders/${ids.ready}/hand-over`, {
    token: tokens.seller,
    body: { code: codes[0] === '000000' ? '000001' : '000000' },
  });
  ids.checkout = (await market.checkOut(tokens.buyer, { [offerId]: 1 })).id;
  await market.post(`/v1/checkouts/${ids.checkout}/cancel`, tokens.buyer);
  await eventually(async () => {
    const refunds = await market.service.sql<{ state: string }>('SELECT state FROM refund');
    expect(refunds.map(({ state }) => state)).toEqual(['made', 'made']);
    expect(await market.service.published('marketplace.payment.refund_made.v1')).toHaveLength(2);
  });
  const receipts = await market.service.sql<{ id: string }>('SELECT transaction_id AS id FROM payment_receipt');
  transactions.push(...receipts.map(({ id }) => id));
}, 60_000);
afterAll(() => market.close());

const WORDS = [NAME, TITLE, DESCRIPTION, OFFER, REFUSED, DECLINED, CALLED_OFF, NMID, nib, seller, buyer, officer];

/** Which of them stand in it, as they are, in hex or in base64; six digits only where they stand by themselves. */
function foundIn(haystack: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) =>
    /^\d{6}$/.test(secret)
      ? new RegExp(`(?<![\\w.-])${secret}(?![\\w.-])`).test(haystack)
      : disguises(secret).some((disguise) => haystack.includes(disguise)),
  );
}

function disguises(secret: string): string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + secret).toString('base64');
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  return [secret, Buffer.from(secret).toString('hex'), ...base64];
}

const see = async (path: string, token?: string) => JSON.stringify(await market.see(path, token));

describe('the words, people and secrets of a trade', () => {
  it('are known to the service: what follows would find them', async () => {
    expect([codes.length, transactions.length]).toEqual([3, 4]);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    const tables =
      'business listing listing_history offer seller_order seller_order_history payment_receipt payment_code';
    const rows = tables.split(' ').map((table) => market.service.sql(`SELECT t::text AS row FROM ${table} t`));
    const kept = JSON.stringify(await Promise.all(rows));
    const all = [...WORDS.filter((word) => word !== officer), ...codes, ...transactions];
    expect(foundIn(kept, all)).toEqual(all);
    expect(foundIn(Buffer.from(`dari ${NAME}, dan`).toString('base64'), WORDS)).toEqual([NAME]);
    expect(foundIn(Buffer.from(`dari ${NAME}`).toString('hex'), WORDS)).toEqual([NAME]);
  });

  it('are in no event', async () => {
    const events = await market.service.published();
    const types = new Set(events.map(({ type }) => type.split('.')[1]));
    expect([...types].sort()).toEqual(['business', 'listing', 'order', 'payment']);
    const topics = ['business', 'listing', 'order', 'payment'].map((name) =>
      market.service.records(`marketplace.${name}.v1`),
    );
    const records = (await Promise.all(topics)).flat();
    expect(records).toHaveLength(events.length);
    const text = JSON.stringify(records.map(({ key, headers, value }) => [key, headers, value?.toString()]));
    expect(foundIn(text, [...WORDS, ...codes, ...transactions])).toEqual([]);
  });

  it('are in no log line, though every request was logged', () => {
    const { logs } = market.service;
    expect(logs.some((line) => line.includes('/v1/payments/callback'))).toBe(true);
    expect(logs.some((line) => line.includes('hand-over'))).toBe(true);
    expect(foundIn(logs.join('\n'), [...WORDS, ...codes, ...transactions])).toEqual([]);
  });
});

describe('an answer', () => {
  const people = [seller, buyer, officer];
  const reasons = [REFUSED, DECLINED, CALLED_OFF];

  it('to everybody tells what is sold, and of nobody', async () => {
    const answers = [
      await see('/v1/listings'),
      await see(`/v1/listings/${ids.listing}`),
      await see('/v1/businesses'),
      await see(`/v1/businesses/${ids.business}`),
    ].join('\n');
    expect(foundIn(answers, [NAME, TITLE])).toEqual([NAME, TITLE]);
    expect(foundIn(answers, [...people, ...reasons, ...codes, ...transactions, nib, NMID])).toEqual([]);
  });

  it('to the seller tells neither the code nor who buys', async () => {
    const path = `/v1/orders/${ids.ready}`;
    expect(await market.see<OrderDetailsView>(path, tokens.seller)).toMatchObject({
      seenAs: 'seller',
      pickupCode: null,
    });
    const others = [`/v1/orders/${ids.fetched}`, `/v1/orders/${ids.declined}`];
    const books = ['balance', 'statement'].map((book) => `/v1/businesses/${ids.business}/${book}`);
    const lists = [
      '/v1/orders/incoming',
      `${path}/history`,
      `/v1/listings/${ids.listing}/history`,
      '/v1/listings/mine',
    ];
    const answers: string[] = [];
    for (const each of [path, ...others, ...books, ...lists]) answers.push(await see(each, tokens.seller));
    expect(foundIn(answers.join('\n'), [...codes, ...people, ...transactions])).toEqual([]);
  });

  it('to the buyer tells the code while it is needed, and of the seller the business alone', async () => {
    const code = async (id: string) =>
      (await market.see<OrderDetailsView>(`/v1/orders/${id}`, tokens.buyer)).pickupCode;
    expect([await code(ids.ready), await code(ids.fetched), await code(ids.declined)]).toEqual([codes[1], null, null]);
    const paths = [
      ...[ids.ready, ids.fetched, ids.declined].flatMap((id) => [`/v1/orders/${id}`, `/v1/orders/${id}/history`]),
      '/v1/orders/mine',
      '/v1/basket',
      `/v1/checkouts/${ids.checkout}`,
    ];
    const answers: string[] = [];
    for (const path of paths) answers.push(await see(path, tokens.buyer));
    expect(foundIn(answers.join('\n'), [...people, ...transactions, nib, NMID, REFUSED])).toEqual([]);
    expect(foundIn(answers.join('\n'), [DECLINED])).toEqual([DECLINED]);
  });

  it('to somebody else tells nothing of an order, not even that it is there', async () => {
    const paths = [`/v1/orders/${ids.ready}`, `/v1/orders/${ids.ready}/history`, `/v1/checkouts/${ids.checkout}`];
    for (const path of paths) {
      const answer = await market.service.http.get<CheckoutView>(path, { token: tokens.other });
      expect(answer.status).toBe(404);
      expect(foundIn(JSON.stringify(answer.body), [...WORDS, ...codes, ...transactions])).toEqual([]);
    }
    expect(await market.see('/v1/orders/mine', tokens.other)).toEqual({ items: [] });
    expect(await market.see('/v1/orders/incoming', tokens.other)).toEqual({ items: [] });
  });

  it('to the office tells what was wrong with a listing, and of no buyer', async () => {
    const paths = [`/v1/listings/${ids.listing}`, `/v1/listings/${ids.listing}/history`];
    const answers = (await Promise.all(paths.map((path) => see(path, tokens.officer)))).join('\n');
    expect(foundIn(answers, [REFUSED])).toEqual([REFUSED]);
    expect(foundIn(answers, [...people, DECLINED, CALLED_OFF, ...codes, ...transactions])).toEqual([]);
  });
});
