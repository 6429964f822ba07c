import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type RequestOptions } from '@jaki/testing';
import { MarketplaceConfig } from '../src/config.js';
import { listing, TestMarket } from './market.js';

// What is refused of listings, offers, baskets, checkouts, orders and the acquirer's callbacks. Each answer is a problem
// with a stable code, and the service is row for row as before.
let market: TestMarket;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};
const stall = { offers: [{ unit: 'porsi', price: 25_000, onHand: 1_000 }] };
beforeAll(async () => {
  market = await TestMarket.start();
  tokens['owner'] = await market.citizen();
  tokens['buyer'] = await market.citizen();
  tokens['officer'] = await market.officer();
  const { id, businessId, offerId } = await market.listing(by('owner'), stall);
  Object.assign(ids, { published: id, businessId, offerId });
  ids['draft'] = (await market.draft(by('owner'), { businessId })).id;
  ids['draftOffer'] = await market.offerOf(known('draft'), by('owner'));
  ids['applied'] = (await market.apply(by('owner'))).id;
  const byWeight = { unit: 'kg', price: 30_000, step: 250, minimum: 500, onHand: 5_000 };
  ids['byWeight'] = (await market.listing(by('owner'), { offers: [byWeight] })).offerId;
  const cheap = { unit: 'kg', price: 1, step: 1, onHand: 5_000 };
  ids['cheap'] = (await market.listing(by('owner'), { offers: [cheap] })).offerId;
  ids['paid'] = (await market.paidOrder(by('buyer'), { [offerId]: 1 })).id;
  ids['ready'] = (await market.paidOrder(by('buyer'), { [offerId]: 1 })).id;
  for (const command of ['accept', 'ready']) await market.post(`/v1/orders/${known('ready')}/${command}`, by('owner'));
  const pending = await market.checkOut(by('buyer'), { [offerId]: 1 });
  Object.assign(ids, { pending: pending.id, unpaid: pending.orders[0]?.id });
});
afterAll(() => market.close());

const by = (name: string) => tokens[name] ?? '';
const known = (name: string) => ids[name] ?? '';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string }[];
  readonly details?: object;
}

/** All that a request could have changed. The outbox empties itself, but its counter never goes back. */
function everything() {
  const digest = (table: string) =>
    `(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), 'none') FROM ${table} t)`;
  const listings = ['business', 'listing', 'listing_history', 'offer', 'stock', 'stock_movement', 'basket_line'];
  const orders = ['seller_order', 'seller_order_history', 'order_line', 'hold', 'payment', 'payment_history'];
  const money = ['payment_callback', 'payment_receipt', 'refund', 'ledger_transfer', 'platform.idempotency_key'];
  const tables = [...listings, ...orders, ...money].map(digest);
  return market.service.sql(
    `SELECT ARRAY[${tables.join()}] AS tables, last_value AS announced FROM messaging.outbox_id_seq`,
  );
}

type Refusal = readonly [status: number, code: string, pointer?: string];

async function isRefused(method: 'get' | 'post', path: string, request: RequestOptions, expected: Refusal) {
  const [status, code, pointer] = expected;
  const before = await everything();
  const answer = await market.service.http[method]<Problem>(path, request);
  expect(answer.body).toMatchObject({ type: `urn:jaki:problem:${code}`, status, code, instance: path.split('?')[0] });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  if (pointer !== undefined) expect(answer.body.errors?.map((fault) => fault.pointer)).toContain(pointer);
  expect(await everything()).toEqual(before);
  return answer.body;
}

const invalid = (...pointer: [] | [string]): Refusal => [400, 'validation_failed', ...pointer];
const offer = { unit: 'porsi', price: 25_000 };
const offers = (...of: readonly unknown[]) => ({ offers: of });
const wrong = (of: object) => offers({ ...offer, ...of });
const many = (count: number) =>
  offers(...Array.from({ length: count }, (_, index) => ({ ...offer, name: `Ukuran ${index}` })));

describe('a listing is refused', () => {
  it.each<[string, object, Refusal]>([
    ['with a title of nothing', { title: ' \u200b ' }, invalid('/title')],
    ['with a title of 121 letters', { title: 'x'.repeat(121) }, invalid('/title')],
    ['with a number for a title', { title: 7 }, invalid('/title')],
    ['with NUL in its title', { title: 'Soto\0' }, invalid('/title')],
    ['without a description', { description: undefined }, invalid('/description')],
    ['with a description of 4001 letters', { description: 'x'.repeat(4_001) }, invalid('/description')],
    ['of an unknown category', { category: 'weapons' }, invalid('/category')],
    ['with an unknown field', { state: 'published' }, invalid('/state')],
    ['without offers', { offers: undefined }, invalid('/offers')],
    ['with no offers', offers(), invalid('/offers')],
    ['with nothing for offers', { offers: null }, invalid('/offers')],
    ['with an object for offers', { offers: { length: 1 } }, invalid('/offers')],
    ['with 101 offers', many(101), invalid('/offers')],
    ['with text for an offer', offers('Soto'), invalid('/offers/0')],
    ['with an offer of no unit', wrong({ unit: undefined }), invalid('/offers/0/unit')],
    ['by the sack', wrong({ unit: 'sack' }), invalid('/offers/0/unit')],
    ['by the constructor', wrong({ unit: 'constructor' }), invalid('/offers/0/unit')],
    ['at no price', wrong({ price: undefined }), invalid('/offers/0/price')],
    ['for nothing', wrong({ price: 0 }), invalid('/offers/0/price')],
    ['for less than nothing', wrong({ price: -1 }), invalid('/offers/0/price')],
    ['for a rupiah and a half', wrong({ price: 1.5 }), invalid('/offers/0/price')],
    ['for a million million', wrong({ price: 1e12 }), invalid('/offers/0/price')],
    ['for text', wrong({ price: '25000' }), invalid('/offers/0/price')],
    ['in steps of nothing', wrong({ step: 0 }), invalid('/offers/0/step')],
    ['in steps of a half', wrong({ step: 0.5 }), invalid('/offers/0/step')],
    ['with a minimum of nothing', wrong({ minimum: 0 }), invalid('/offers/0/minimum')],
    ['with less than nothing in stock', wrong({ onHand: -1 }), invalid('/offers/0/onHand')],
    ['with half a portion in stock', wrong({ onHand: 0.5 }), invalid('/offers/0/onHand')],
    ['with a million million in stock', wrong({ onHand: 1e12 }), invalid('/offers/0/onHand')],
    ['with an unknown field in an offer', wrong({ reserved: 0 }), invalid('/offers/0/reserved')],
    ['with an offer named nothing', wrong({ name: ' ' }), invalid('/offers/0/name')],
    ['with an offer whose id is none', wrong({ id: '1' }), invalid('/offers/0/id')],
    ['with two offers without names', offers(offer, offer), [422, 'offer_names_needed']],
    ['with one offer without a name', offers({ ...offer, name: 'Besar' }, offer), [422, 'offer_names_needed']],
    [
      'with two offers of one name',
      offers({ ...offer, name: 'Besar' }, { ...offer, name: ' besar ' }),
      [422, 'offer_names_needed'],
    ],
  ])('%s, as a first draft and as a revision', async (_, of, expected) => {
    const body = { ...listing, ...of };
    const drafted = { token: by('owner'), body: { ...body, businessId: known('businessId') } };
    await isRefused('post', '/v1/listings', drafted, expected);
    await isRefused('post', `/v1/listings/${known('draft')}/revise`, { token: by('owner'), body }, expected);
  });

  it.each<[string, () => string | undefined, Refusal]>([
    ['no business', () => undefined, invalid('/businessId')],
    ['a business whose id is none', () => '7', invalid('/businessId')],
    ['a business that there is not', () => old(), [404, 'business_not_found']],
    ['a business that is not verified', () => known('applied'), [409, 'business_not_verified']],
  ])('for %s', async (_, businessId, expected) => {
    const body = { ...listing, businessId: businessId() };
    await isRefused('post', '/v1/listings', { token: by('owner'), body }, expected);
  });

  it('with one offer in it twice', async () => {
    const twice = ['Kecil', 'Besar'].map((name) => ({ ...offer, name, id: known('draftOffer') }));
    const request = { token: by('owner'), body: { ...listing, offers: twice } };
    const answer = await market.service.http.post(`/v1/listings/${known('draft')}/revise`, request);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('what an owner says of an offer is refused', () => {
  it.each<[string, object, Refusal]>([
    ['price', {}, invalid('/price')],
    ['price', { price: 0 }, invalid('/price')],
    ['price', { price: -1 }, invalid('/price')],
    ['price', { price: 1.5 }, invalid('/price')],
    ['price', { price: 1e12 }, invalid('/price')],
    ['price', { price: '27000' }, invalid('/price')],
    ['price', { price: 27_000, unit: 'kg' }, invalid('/unit')],
    ['stock', { change: 1 }, invalid('/reason')],
    ['stock', { reason: 'restocked' }, invalid('/change')],
    ['stock', { change: 0, reason: 'restocked' }, invalid('/change')],
    ['stock', { change: 1.5, reason: 'restocked' }, invalid('/change')],
    ['stock', { change: 1e12, reason: 'restocked' }, invalid('/change')],
    ['stock', { change: -1e12, reason: 'spoiled' }, invalid('/change')],
    ['stock', { change: 1, reason: 'stolen' }, invalid('/reason')],
    ['stock', { change: -1, reason: 'sold' }, invalid('/reason')],
    ['stock', { change: 1, reason: 'counted' }, invalid('/reason')],
    ['stock', { change: 1, reason: 'restocked', orderId: newId() }, invalid('/orderId')],
    ['stock', { change: -1_000_000, reason: 'spoiled' }, [409, 'stock_too_low']],
    ['stock/count', { onHand: 5 }, invalid('/was')],
    ['stock/count', { was: 5 }, invalid('/onHand')],
    ['stock/count', { onHand: -1, was: 5 }, invalid('/onHand')],
    ['stock/count', { onHand: 1, was: -5 }, invalid('/was')],
    ['stock/count', { onHand: 1.5, was: 5 }, invalid('/onHand')],
    ['stock/count', { onHand: 1e12, was: 5 }, invalid('/onHand')],
    ['stock/count', { onHand: 1, was: 5, reason: 'counted' }, invalid('/reason')],
    ['stock/count', { onHand: 1, was: 999_999 }, [409, 'stock_changed']],
  ])('as its %s: %j', async (what, body, expected) => {
    await isRefused('post', `/v1/offers/${known('offerId')}/${what}`, { token: by('owner'), body }, expected);
  });
});

describe('a line of a basket is refused', () => {
  it.each<[string, object, Refusal]>([
    ['of no offer', { quantity: 1 }, invalid('/offerId')],
    ['of an offer whose id is none', { offerId: '7', quantity: 1 }, invalid('/offerId')],
    ['of no quantity', { offerId: newId() }, invalid('/quantity')],
    ['of less than nothing', { offerId: newId(), quantity: -1 }, invalid('/quantity')],
    ['of one and a half', { offerId: newId(), quantity: 1.5 }, invalid('/quantity')],
    ['of a million million', { offerId: newId(), quantity: 1e12 }, invalid('/quantity')],
    ['of a text', { offerId: newId(), quantity: '1' }, invalid('/quantity')],
    ['at a price of its own', { offerId: newId(), quantity: 1, price: 1 }, invalid('/price')],
    ['of an offer that there is not', { offerId: old(), quantity: 1 }, [404, 'offer_not_found']],
  ])('%s', async (_, body, expected) => {
    await isRefused('post', '/v1/basket/lines', { token: by('buyer'), body }, expected);
  });

  it.each<[string, string, number, Refusal]>([
    ['of what is not shown', 'draftOffer', 1, [404, 'offer_not_found']],
    ['below the minimum', 'byWeight', 250, [422, 'quantity_not_offered']],
    ['between two steps', 'byWeight', 600, [422, 'quantity_not_offered']],
    ['worth less than half a rupiah', 'cheap', 499, [422, 'quantity_not_offered']],
  ])('%s', async (_, name, quantity, expected) => {
    const request = { token: by('buyer'), body: { offerId: known(name), quantity } };
    await isRefused('post', '/v1/basket/lines', request, expected);
  });

  it('that is not sold, with what is', async () => {
    const request = { token: by('buyer'), body: { offerId: known('byWeight'), quantity: 600 } };
    const { details } = await isRefused('post', '/v1/basket/lines', request, [422, 'quantity_not_offered']);
    expect(details).toEqual({ step: 250, minimum: 500 });
  });

  it('that is the 51st, though one of the 50 can be changed', async () => {
    const [token, { id }] = [await market.citizen(), await market.listing(by('owner'), many(51))];
    const { offers: all } = await market.see<{ offers: { id: string }[] }>(`/v1/listings/${id}`);
    const line = (index: number, quantity = 1) => ({ offerId: all[index]!.id, quantity });
    for (let index = 0; index < 50; index += 1) await market.post('/v1/basket/lines', token, line(index));
    await isRefused('post', '/v1/basket/lines', { token, body: line(50) }, [409, 'basket_full']);
    await market.post('/v1/basket/lines', token, line(0, 2));
  });
});

describe('a checkout is refused', () => {
  const basket = async (offerId: string, quantity: number, token?: string) => {
    const buyer = token ?? (await market.citizen());
    await market.post('/v1/basket/lines', buyer, { offerId, quantity });
    return buyer;
  };
  const problem = async (token: string) =>
    (await isRefused('post', '/v1/checkouts', { token }, [409, 'basket_changed'])).details;

  it('of an empty basket', async () => {
    await isRefused('post', '/v1/checkouts', { token: await market.citizen() }, [409, 'basket_empty']);
  });

  it('above what one QRIS payment can be', async () => {
    const token = await basket(known('offerId'), 401);
    await isRefused('post', '/v1/checkouts', { token }, [409, 'amount_too_high']);
  });

  it.each(['not_for_sale', 'own_goods', 'quantity_not_offered', 'price_rose', 'too_little_left'])(
    'as nothing is as it was seen: %s',
    async (what) => {
      const offer = { unit: 'porsi', price: 25_000, onHand: 10 };
      const { id, offerId } = await market.listing(by('owner'), { offers: [offer] });
      const token = await basket(offerId, 3, what === 'own_goods' ? by('owner') : undefined);
      await change(what, { id, offerId });
      const price = what === 'price_rose' ? 25_001 : 25_000;
      const free = what === 'too_little_left' ? 2 : 10;
      expect(await problem(token)).toEqual({ lines: [{ offerId, problem: what, seen: 25_000, price, free }] });
      await market.post('/v1/basket/lines', token, { offerId, quantity: 0 });
    },
  );

  async function change(what: string, { id, offerId }: { id: string; offerId: string }): Promise<void> {
    const step = (command: string, body = {}) => market.post(`/v1/listings/${id}/${command}`, by('owner'), body);
    if (what === 'price_rose') await market.post(`/v1/offers/${offerId}/price`, by('owner'), { price: 25_001 });
    if (what === 'too_little_left') {
      await market.post(`/v1/offers/${offerId}/stock`, by('owner'), { change: -8, reason: 'spoiled' });
    }
    if (what === 'not_for_sale' || what === 'quantity_not_offered') await step('pause');
    if (what !== 'quantity_not_offered') return;
    await step('revise', { ...listing, offers: [{ id: offerId, unit: 'porsi', price: 25_000, step: 2 }] });
    await step('submit');
    await market.post(`/v1/listings/${id}/approve`, by('officer'));
  }
});

describe('a step of an order is refused', () => {
  it.each<[string, object, Refusal]>([
    ['decline', {}, invalid('/reason')],
    ['decline', { reason: ' ' }, invalid('/reason')],
    ['decline', { reason: 'x'.repeat(2_001) }, invalid('/reason')],
    ['decline', { reason: 'habis', refund: 1 }, invalid('/refund')],
    ['decline', { reason: 'habis' }, [409, 'illegal_transition']],
    ['call-off', {}, invalid('/reason')],
    ['call-off', { reason: ['habis'] }, invalid('/reason')],
    ['accept', {}, [409, 'illegal_transition']],
    ['ready', {}, [409, 'illegal_transition']],
    ['hand-over', {}, invalid('/code')],
    ['hand-over', { code: '12345' }, invalid('/code')],
    ['hand-over', { code: '1234567' }, invalid('/code')],
    ['hand-over', { code: '12345a' }, invalid('/code')],
    ['hand-over', { code: '١٢٣٤٥٦' }, invalid('/code')],
    ['hand-over', { code: '123456\n' }, invalid('/code')],
    ['hand-over', { code: 123_456 }, invalid('/code')],
    ['hand-over', { code: ['123456'] }, invalid('/code')],
    ['hand-over', { code: '123456', orderId: newId() }, invalid('/orderId')],
  ])('by its seller once it is ready: %s with %j', async (command, body, expected) => {
    await isRefused('post', `/v1/orders/${known('ready')}/${command}`, { token: by('owner'), body }, expected);
  });

  it("with another order's code", async () => {
    const { pickupCode } = await market.see<{ pickupCode: string }>(`/v1/orders/${known('ready')}`, by('buyer'));
    const code = String((Number(pickupCode) + 1) % 1_000_000).padStart(6, '0');
    const request = { token: by('owner'), body: { code } };
    await isRefused('post', `/v1/orders/${known('ready')}/hand-over`, request, [422, 'wrong_pickup_code']);
  });

  it.each<[string, string, string, Refusal]>([
    ['that is paid', 'paid', 'complete', [409, 'illegal_transition']],
    ['that is ready', 'ready', 'cancel', [409, 'illegal_transition']],
    ['that is not paid', 'unpaid', 'cancel', [409, 'not_paid_yet']],
  ])('by its buyer, of one %s', async (_, order, command, expected) => {
    await isRefused('post', `/v1/orders/${known(order)}/${command}`, { token: by('buyer') }, expected);
  });

  it('when it is to be handed over and was taken on alone', async () => {
    const request = { token: by('owner'), body: { code: '123456' } };
    await isRefused('post', `/v1/orders/${known('paid')}/hand-over`, request, [409, 'illegal_transition']);
  });
});

/** An id that nothing has, of a month ago. */
function old(): string {
  return newId(new Date(Date.now() - 30 * 24 * 3_600_000));
}

describe('an id', () => {
  const bodies: Record<string, object> = {
    revise: listing,
    refuse: { reason: 'alasan' },
    price: { price: 1 },
    stock: { change: 1, reason: 'restocked' },
    'stock/count': { onHand: 1, was: 1 },
    decline: { reason: 'alasan' },
    'call-off': { reason: 'alasan' },
    'hand-over': { code: '123456' },
  };
  const of = (caller: string, thing: string, code: string, commands: readonly string[]) =>
    commands.map((command) => [`/v1/${thing}/{id}${command && '/'}${command}`, command, caller, code] as const);
  const posts = [
    ...of('owner', 'listings', 'listing_not_found', ['revise', 'submit', 'pause', 'resume', 'withdraw']),
    ...of('officer', 'listings', 'listing_not_found', ['approve', 'refuse']),
    ...of('owner', 'offers', 'offer_not_found', ['price', 'stock', 'stock/count']),
    ...of('buyer', 'checkouts', 'checkout_not_found', ['cancel']),
    ...of('buyer', 'orders', 'order_not_found', ['cancel', 'complete']),
    ...of('owner', 'orders', 'order_not_found', ['accept', 'decline', 'ready', 'call-off', 'hand-over']),
  ];
  const gets = [
    ...of('owner', 'listings', 'listing_not_found', ['', 'history']),
    ...of('buyer', 'checkouts', 'checkout_not_found', ['', 'qr.svg']),
    ...of('buyer', 'orders', 'order_not_found', ['', 'history']),
    ...of('owner', 'businesses', 'business_not_found', ['balance', 'statement']),
  ];
  const address = (route: string, id: string) => route.replace('{id}', encodeURIComponent(id));

  it.each(posts)('that nothing has, or that is none: POST %s', async (route, command, caller, code) => {
    const request = { token: by(caller), body: bodies[command] ?? {} };
    await isRefused('post', address(route, old()), request, [404, code]);
    for (const none of ['7', "' OR 1=1 --", `${newId()}0`]) {
      await isRefused('post', address(route, none), request, invalid('/id'));
    }
  });

  it.each(gets)('that nothing has, or that is none: GET %s', async (route, _, caller, code) => {
    await isRefused('get', address(route, old()), { token: by(caller) }, [404, code]);
    await isRefused('get', address(route, '7'), { token: by(caller) }, invalid('/id'));
  });
});

describe('a list is refused', () => {
  it.each<[string, Refusal]>([
    ['/v1/listings?category=weapons', invalid('/category')],
    ['/v1/listings?region=31.71%25', invalid('/region')],
    ['/v1/listings?businessId=7', invalid('/businessId')],
    ['/v1/listings?state=draft', invalid('/state')],
    ['/v1/listings?limit=0', invalid('/limit')],
    ['/v1/listings?limit=101', invalid('/limit')],
    ['/v1/listings?cursor=abc', [400, 'unknown_cursor']],
    ['/v1/listings/mine?cursor=abc', [400, 'unknown_cursor']],
    ['/v1/orders/mine?cursor=abc', [400, 'unknown_cursor']],
    ['/v1/orders/incoming?limit=1.5', invalid('/limit')],
  ])('%s', async (path, expected) => {
    await isRefused('get', path, { token: by('owner') }, expected);
  });
});

describe('a callback is refused', () => {
  const signed = (of: object = {}) => {
    const told = { order_id: known('pending'), transaction_id: newId(), transaction_status: 'settlement' };
    const body = { ...told, status_code: '200', gross_amount: '25000.00', ...of };
    const key = market.service.app.get(MarketplaceConfig).ACQUIRER_SERVER_KEY;
    const text = `${body.order_id}${body.status_code}${body.gross_amount}${key}`;
    return { ...body, signature_key: createHash('sha512').update(text).digest('hex') };
  };

  it.each<[string, (body: ReturnType<typeof signed>) => object]>([
    ['without a signature', ({ signature_key: _, ...body }) => body],
    ['with a signature of nothing', (body) => ({ ...body, signature_key: '' })],
    ['with a signature that is cut off', (body) => ({ ...body, signature_key: body.signature_key.slice(0, 126) })],
    ['with another signature', (body) => ({ ...body, signature_key: 'f'.repeat(128) })],
    ['with another amount', (body) => ({ ...body, gross_amount: '1.00' })],
    ['with its amount in other words', (body) => ({ ...body, gross_amount: '25000' })],
    ['with a number for an amount', (body) => ({ ...body, gross_amount: 25_000 })],
    ['of another payment', (body) => ({ ...body, order_id: old() })],
    ['with another status code', (body) => ({ ...body, status_code: '201' })],
    ['without a number of the transaction', ({ transaction_id: _, ...body }) => body],
    ['without a status', ({ transaction_status: _, ...body }) => body],
    ['that is empty', () => ({})],
    ['that is a list', (body) => [body]],
  ])('%s', async (_, falsified) => {
    const request = { body: falsified(signed()) };
    await isRefused('post', '/v1/payments/callback', request, [401, 'callback_not_signed']);
  });

  it('not when it is signed: then it is noted, also of a payment that is not ours', async () => {
    const hear = async (body: object) =>
      (await market.service.http.post<{ outcome: string }>('/v1/payments/callback', { body })).body.outcome;
    expect(await hear(signed({ transaction_status: 'pending' }))).toBe('noted');
    expect(await hear(signed({ order_id: old() }))).toBe('unknown_reference');
    expect(await hear(signed({ order_id: "' OR 1=1 --" }))).toBe('unknown_reference');
  });
});
