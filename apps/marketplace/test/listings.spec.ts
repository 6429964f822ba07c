import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { type StepTakenView } from '../src/businesses/http/application.dto.js';
import { type BasketView } from '../src/checkout/queries/views.dto.js';
import { type StockView } from '../src/listings/http/listing.dto.js';
import {
  type ListingDetailsView,
  type ListingHistoryView,
  type ListingListView,
  type OfferView,
} from '../src/listings/queries/views.dto.js';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';
import { GAMBIR, listing, type Refused, TestMarket } from './market.js';

let market: TestMarket;
let owner: string;
let buyer: string;
let officer: string;
beforeAll(async () => {
  market = await TestMarket.start();
  [owner, buyer, officer] = [await market.citizen(), await market.citizen(), await market.officer()];
});
afterAll(() => market.close());

const step = (id: string, command: string, token: string, body: object = {}) =>
  market.service.http.post<StepTakenView & Refused>(`/v1/listings/${id}/${command}`, { token, body });
const take = async (id: string, command: string, token: string, body: object = {}) =>
  (await market.post<StepTakenView>(`/v1/listings/${id}/${command}`, token, body)).state;
const see = (id: string, token?: string) => market.see<ListingDetailsView>(`/v1/listings/${id}`, token);
const list = async (path: string, token?: string) =>
  (await market.see<ListingListView>(path, token)).items.map(({ id }) => id);
const refusal = async (request: Promise<{ status: number; body: Refused }>) => {
  const { status, body } = await request;
  return [status, body.code];
};

/** Follows the `Link` headers from page to page. */
async function walk(path: string, token?: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const options = token === undefined ? {} : { token };
    const answer: { body: ListingListView; headers: Headers } = await market.service.http.get(next, options);
    pages.push(answer.body.items.map(({ id }) => id));
    next = /<(.*)>/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return pages;
}

describe('a listing on its way into the market', () => {
  it('is found by region, category and business once it is approved, and not before', async () => {
    const businessId = await market.business(owner, { region: '31.74.01.1001' });
    const { id, number, state } = await market.draft(owner, { businessId, category: 'fish' });
    expect([number, state]).toEqual([expect.stringMatching(/^L\d{6}$/), 'draft']);
    const places = ['31', '31.74', '31.74.01', '31.74.01.1001'].map((region) => `region=${region}`);
    const found = ['category=fish', `businessId=${businessId}`, ...places];
    const foundIn = () => Promise.all(found.map(async (query) => (await list(`/v1/listings?${query}`)).includes(id)));
    const nowhere = found.map(() => false);
    expect(await foundIn()).toEqual(nowhere);
    expect(await take(id, 'submit', owner)).toBe('submitted');
    expect(await foundIn()).toEqual(nowhere);
    expect(await take(id, 'approve', await market.officer('kelurahan_office', ['31.74.01.1001']))).toBe('published');
    expect(await foundIn()).toEqual(found.map(() => true));
    for (const query of ['category=meat', `businessId=${newId()}`, 'region=31.71', 'region=31.74.02']) {
      expect(await list(`/v1/listings?${query}`)).not.toContain(id);
    }
    const { title, description } = listing;
    expect(await see(id)).toMatchObject({
      title,
      description,
      offers: [{ price: 25_000, free: 10 }],
      seenAs: 'public',
    });
  });

  it('waits for its office, the oldest first, page after page', async () => {
    const [region, nextDoor] = ['31.74.02.1001', '31.74.02.1002'];
    const businessId = await market.business(owner, { region });
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await market.draft(owner, { businessId })).id);
    const office = await market.officer('kelurahan_office', [region]);
    expect(await list('/v1/listings/queue', office)).toEqual([]);
    for (const id of ids) await take(id, 'submit', owner);
    expect(await walk('/v1/listings/queue?limit=2', office)).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(await list('/v1/listings/queue', await market.officer('kelurahan_office', [nextDoor]))).toEqual([]);
    await take(ids[0]!, 'approve', office);
    expect(await list('/v1/listings/queue', office)).toEqual(ids.slice(1));
  });

  it('is refused for a reason that its owner reads, revised and checked again', async () => {
    const { id } = await market.draft(owner, { businessId: await market.business(owner) });
    const states = [
      await take(id, 'submit', owner),
      await take(id, 'refuse', officer, { reason: 'Foto tidak jelas' }),
      await take(id, 'revise', owner, { ...listing, title: 'Soto Betawi Asli' }),
      await take(id, 'submit', owner),
      await take(id, 'approve', officer),
    ];
    expect(states.join()).toBe('submitted,refused,draft,submitted,published');
    expect((await see(id)).title).toBe('Soto Betawi Asli');
    const { items } = await market.see<ListingHistoryView>(`/v1/listings/${id}/history`, owner);
    expect(items.map(({ type }) => type).join()).toBe('drafted,submitted,refused,revised,submitted,published');
    expect(items.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(items[2]).toMatchObject({ state: 'refused', note: 'Foto tidak jelas', organisationId: expect.any(String) });
    expect(items[3]).toMatchObject({ state: 'draft', note: null, organisationId: null });
  });

  it('is not checked again behind its back: what is shown is not revised', async () => {
    const { id } = await market.listing(owner);
    expect(await refusal(step(id, 'revise', owner, listing))).toEqual([409, 'illegal_transition']);
    await take(id, 'pause', owner);
    expect(await take(id, 'revise', owner, listing)).toBe('draft');
    expect(await refusal(step(id, 'resume', owner))).toEqual([409, 'illegal_transition']);
  });

  it('takes each step once, however many ask for it at the same time', async () => {
    const { id } = await market.draft(owner, { businessId: await market.business(owner) });
    await take(id, 'submit', owner);
    const answers = await Promise.all(Array.from({ length: 8 }, () => step(id, 'approve', officer)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'illegal_transition')).toHaveLength(7);
  });

  it('is drafted once with one Idempotency-Key', async () => {
    const body = { ...listing, businessId: await market.business(owner) };
    const request = { token: owner, body, headers: { 'idempotency-key': newId() } };
    const answers = [
      await market.service.http.post<StepTakenView>('/v1/listings', request),
      await market.service.http.post<StepTakenView>('/v1/listings', request),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect(await list('/v1/listings/mine?limit=100', owner)).toContain(answers[0]!.body.id);
    expect(await market.service.sql('SELECT 1 FROM listing WHERE business_id = $1', [body.businessId])).toHaveLength(1);
  });
});

describe('what everybody is shown', () => {
  it('is not what is paused, refused or withdrawn', async () => {
    const { id, businessId } = await market.listing(owner);
    const shown = async () => [
      (await list(`/v1/listings?businessId=${businessId}`)).includes(id),
      (await market.service.http.get(`/v1/listings/${id}`)).status,
    ];
    const [visible, hidden] = [
      [true, 200],
      [false, 404],
    ];
    expect(await shown()).toEqual(visible);
    await take(id, 'pause', owner);
    expect(await shown()).toEqual(hidden);
    await take(id, 'resume', owner);
    expect(await shown()).toEqual(visible);
    await take(id, 'refuse', officer, { reason: 'keluhan' });
    expect(await shown()).toEqual(hidden);
    await take(id, 'withdraw', owner);
    expect(await shown()).toEqual(hidden);
    expect(await refusal(step(id, 'revise', owner, listing))).toEqual([409, 'illegal_transition']);
  });

  it('is not what a suspended business sells, until it is resumed', async () => {
    const { id, businessId, offerId } = await market.listing(owner);
    const [draft, submitted, paused] = [
      (await market.draft(owner, { businessId })).id,
      (await market.draft(owner, { businessId })).id,
      (await market.draft(owner, { businessId })).id,
    ];
    for (const each of [submitted, paused]) await take(each, 'submit', owner);
    await take(paused, 'approve', officer);
    await take(paused, 'pause', owner);
    await market.take(businessId, 'suspend', officer, { reason: 'keluhan' });
    expect(await list('/v1/listings?limit=100')).not.toContain(id);
    expect(await refusal(market.service.http.get(`/v1/listings/${id}`))).toEqual([404, 'listing_not_found']);
    const line = { token: buyer, body: { offerId, quantity: 1 } };
    expect(await refusal(market.service.http.post('/v1/basket/lines', line))).toEqual([404, 'offer_not_found']);
    const steps = [step(draft, 'submit', owner), step(submitted, 'approve', officer), step(paused, 'resume', owner)];
    const another = { token: owner, body: { ...listing, businessId } };
    for (const refused of [...steps, market.service.http.post<Refused>('/v1/listings', another)]) {
      expect(await refusal(refused)).toEqual([409, 'business_not_verified']);
    }
    await market.take(businessId, 'resume', officer);
    expect(await list(`/v1/listings?businessId=${businessId}`)).toEqual([id]);
  });

  it('comes in pages, the newest first, none twice and none left out, also when one is added between two pages', async () => {
    const seller = await market.citizen();
    const { id: first, businessId } = await market.listing(seller);
    const ids = [first];
    const publish = async () => {
      const { id } = await market.draft(seller, { businessId });
      await take(id, 'submit', seller);
      await take(id, 'approve', officer);
      return id;
    };
    for (let count = 0; count < 4; count += 1) ids.push(await publish());
    const newest = ids.toReversed();
    const pages = [newest.slice(0, 2), newest.slice(2, 4), newest.slice(4)];
    expect(await walk(`/v1/listings?businessId=${businessId}&limit=2`)).toEqual(pages);
    expect(await walk('/v1/listings/mine?limit=2', seller)).toEqual(pages);
    const begun = await market.service.http.get<ListingListView>(`/v1/listings?businessId=${businessId}&limit=2`);
    await publish();
    const next = /<(.*)>/.exec(begun.headers.get('link') ?? '')?.[1] ?? '';
    expect(await walk(next)).toEqual(pages.slice(1));
  });
});

describe('what is announced of a listing', () => {
  it('is each step, in order and without a gap, and no word, price or reason', async () => {
    const words = {
      title: 'Judulrahasia',
      description: 'Uraianrahasia',
      offers: [{ unit: 'porsi', price: 98_765_421 }],
    };
    const businessId = await market.business(owner);
    const { id, number } = await market.draft(owner, { businessId, ...words });
    await take(id, 'submit', owner);
    await take(id, 'refuse', officer, { reason: 'Alasanrahasia' });
    await take(id, 'revise', owner, { ...listing, ...words });
    await take(id, 'submit', owner);
    await take(id, 'approve', officer);
    await market.post(`/v1/offers/${await market.offerOf(id, owner)}/price`, owner, { price: 98_765_432 });
    await take(id, 'pause', owner);
    await take(id, 'resume', owner);
    await take(id, 'withdraw', owner);
    const kinds = 'drafted,submitted,refused,revised,submitted,published,repriced,paused,resumed,withdrawn'.split(',');
    await eventually(async () => {
      const events = (await market.service.published()).filter(({ subject }) => subject === id);
      expect(events.map(({ type }) => type)).toEqual(kinds.map((kind) => `marketplace.listing.${kind}.v1`));
      expect(events.map(({ sequence }) => sequence)).toEqual(kinds.map((_, index) => String(index + 1)));
      const known = { listingId: id, number, businessId, category: 'prepared_food', region: GAMBIR };
      expect(events[0]?.data).toEqual({ ...known, state: 'draft', recipient: expect.any(String) });
      expect(JSON.stringify(events)).not.toMatch(/rahasia|987654/);
    });
  });
});

describe('the price of an offer', () => {
  it('is changed while it is shown, without a check; what was ordered before keeps its price', async () => {
    const { id, offerId } = await market.listing(owner);
    const before = await market.paidOrder(buyer, { [offerId]: 2 });
    expect(await market.post(`/v1/offers/${offerId}/price`, owner, { price: 30_000 })).toMatchObject({
      id,
      state: 'published',
    });
    expect(await see(id)).toMatchObject({ priceFrom: 30_000, offers: [{ price: 30_000, free: 8 }] });
    const line = { title: listing.title, price: 25_000, quantity: 2, amount: 50_000 };
    expect(await market.see(`/v1/orders/${before.id}`, buyer)).toMatchObject({ amount: 50_000, lines: [line] });
    const after = await market.paidOrder(buyer, { [offerId]: 1 });
    expect(after).toMatchObject({ amount: 30_000, lines: [{ price: 30_000 }] });
  });

  it('is part of the draft before, and changed with it', async () => {
    const { id } = await market.draft(owner, { businessId: await market.business(owner) });
    const repriced = { token: owner, body: { price: 30_000 } };
    const offerId = await market.offerOf(id, owner);
    expect(await refusal(market.service.http.post(`/v1/offers/${offerId}/price`, repriced))).toEqual([
      409,
      'illegal_transition',
    ]);
  });
});

describe('the offers of a listing', () => {
  const sizes = [
    { name: 'Kecil', unit: 'porsi', price: 15_000, onHand: 3 },
    { name: 'Besar', unit: 'porsi', price: 25_000, onHand: 7 },
  ];
  const drafted = async () => {
    const { id } = await market.draft(owner, { businessId: await market.business(owner), offers: sizes });
    return { id, offers: (await see(id, owner)).offers };
  };
  const revised = async (id: string, offers: readonly object[]) => {
    await take(id, 'revise', owner, { ...listing, offers });
    return (await see(id, owner)).offers;
  };
  const told = (offers: readonly OfferView[]) => offers.map(({ id, name, price, free }) => [id, name, price, free]);
  const named = ({ id, name }: OfferView, price: number) => ({ id, name, unit: 'porsi', price });

  it('come with what there is of each, in the order in which the owner names them', async () => {
    const { offers } = await drafted();
    expect(offers).toMatchObject([
      { name: 'Kecil', unit: 'porsi', base: 'porsi', per: 1, price: 15_000, step: 1, minimum: 1, free: 3 },
      { name: 'Besar', unit: 'porsi', base: 'porsi', per: 1, price: 25_000, step: 1, minimum: 1, free: 7 },
    ]);
  });

  it('keep their stock when they stay, whatever the owner says of it then', async () => {
    const { id, offers } = await drafted();
    const [small, big] = [offers[0]!, offers[1]!];
    const after = await revised(id, [{ ...named(small, 16_000), onHand: 90 }, named(big, 26_000)]);
    expect(told(after)).toEqual([
      [small.id, 'Kecil', 16_000, 3],
      [big.id, 'Besar', 26_000, 7],
    ]);
  });

  it('are added and taken away by a revision, and those that stay keep their stock', async () => {
    const { id, offers } = await drafted();
    const big = offers[1]!;
    const added = { name: 'Jumbo', unit: 'porsi', price: 40_000, onHand: 2 };
    const after = await revised(id, [named(big, 25_000), added]);
    expect(told(after)).toEqual([
      [big.id, 'Besar', 25_000, 7],
      [expect.any(String), 'Jumbo', 40_000, 2],
    ]);
    expect(await refusal(moveStock(offers[0]!.id, 1))).toEqual([404, 'offer_not_found']);
  });

  it('stand in the order of the last revision', async () => {
    const { id, offers } = await drafted();
    const [small, big] = [offers[0]!, offers[1]!];
    const after = await revised(id, [named(big, 25_000), named(small, 15_000)]);
    expect(after.map(({ name }) => name)).toEqual(['Besar', 'Kecil']);
  });

  it('are not those of another listing, which stay as they are', async () => {
    const [{ id }, { offers }] = [await drafted(), await drafted()];
    const body = { ...listing, offers: [named(offers[0]!, 1)] };
    expect(await refusal(step(id, 'revise', owner, body))).toEqual([404, 'offer_not_found']);
    expect((await see(id, owner)).offers.map(({ name }) => name)).toEqual(['Kecil', 'Besar']);
  });

  it('are new ones in a first draft: it takes over nobody’s offer', async () => {
    const { id, offerId } = await market.listing(owner);
    const thief = await market.citizen();
    const offers = [{ id: offerId, unit: 'porsi', price: 1 }];
    const request = { token: thief, body: { ...listing, businessId: await market.business(thief), offers } };
    expect(await refusal(market.service.http.post('/v1/listings', request))).toEqual([404, 'offer_not_found']);
    expect((await see(id)).offers).toMatchObject([{ id: offerId, price: 25_000 }]);
  });
});

const moveStock = (offerId: string, change: number, reason = change > 0 ? 'restocked' : 'spoiled') =>
  market.service.http.post<StockView & Refused>(`/v1/offers/${offerId}/stock`, {
    token: owner,
    body: { change, reason },
  });
const countStock = (offerId: string, onHand: number, was: number) =>
  market.service.http.post<StockView & Refused>(`/v1/offers/${offerId}/stock/count`, {
    token: owner,
    body: { onHand, was },
  });

describe('the stock of an offer', () => {
  it('is moved up and down, and counted, each written down', async () => {
    const { id, offerId } = await market.listing(owner);
    expect((await moveStock(offerId, 5)).body).toEqual({ onHand: 15 });
    expect((await moveStock(offerId, -4, 'sold_elsewhere')).body).toEqual({ onHand: 11 });
    expect((await countStock(offerId, 9, 11)).body).toEqual({ onHand: 9 });
    expect((await countStock(offerId, 9, 9)).body).toEqual({ onHand: 9 });
    expect(await market.free(id)).toBe(9);
    const query = 'SELECT reason, change::int FROM stock_movement WHERE offer_id = $1 ORDER BY id';
    expect(await market.service.sql(query, [offerId])).toEqual([
      { reason: 'restocked', change: 10 },
      { reason: 'restocked', change: 5 },
      { reason: 'sold_elsewhere', change: -4 },
      { reason: 'counted', change: -2 },
    ]);
  });

  it('is not counted by somebody who took it for something else', async () => {
    const { id, offerId } = await market.listing(owner);
    await market.paidOrder(buyer, { [offerId]: 1 });
    expect(await countStock(offerId, 12, 10)).toMatchObject({
      status: 409,
      body: { code: 'stock_changed', details: { onHand: 9 } },
    });
    expect(await market.free(id)).toBe(9);
    const counts = await Promise.all([20, 21, 22, 23].map((onHand) => countStock(offerId, onHand, 9)));
    expect(counts.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is never taken away from under a checkout', async () => {
    const { id, offerId } = await market.listing(owner);
    await market.checkOut(buyer, { [offerId]: 4 });
    expect(await market.free(id)).toBe(6);
    const tooLow = { status: 409, body: { code: 'stock_too_low', details: { free: 6 } } };
    expect(await moveStock(offerId, -7)).toMatchObject(tooLow);
    expect(await countStock(offerId, 3, 10)).toMatchObject(tooLow);
    expect((await moveStock(offerId, -6)).body).toEqual({ onHand: 4 });
    expect(await market.free(id)).toBe(0);
    expect((await see(id)).inStock).toBe(false);
  });

  it('is taken away once by each, however many do at the same time', async () => {
    const { id, offerId } = await market.listing(owner);
    const answers = await Promise.all(Array.from({ length: 13 }, () => moveStock(offerId, -1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === 'stock_too_low')).toHaveLength(3);
    expect(await market.free(id)).toBe(0);
  });

  it('is moved once with one Idempotency-Key', async () => {
    const { id, offerId } = await market.listing(owner);
    const body = { change: 5, reason: 'restocked' };
    const request = { token: owner, body, headers: { 'idempotency-key': newId() } };
    for (let count = 0; count < 2; count += 1) {
      const answer = await market.service.http.post(`/v1/offers/${offerId}/stock`, request);
      expect(answer).toMatchObject({ status: 200, body: { onHand: 15 } });
    }
    expect(await market.free(id)).toBe(15);
  });
});

describe('what so much costs', () => {
  it.each([
    { unit: 'kg', price: 30_000, quantity: 500, amount: 15_000 },
    { unit: 'kg', price: 999, quantity: 500, amount: 500 },
    { unit: 'kg', price: 999, quantity: 499, amount: 499 },
    { unit: 'ons', price: 4_000, quantity: 250, amount: 10_000 },
    { unit: 'liter', price: 18_000, quantity: 250, amount: 4_500 },
    { unit: 'lusin', price: 24_000, quantity: 6, amount: 12_000 },
  ])('is $amount rupiah for $quantity of the base at $price a $unit', async ({ unit, price, quantity, amount }) => {
    const offer = { unit, price, step: 1, onHand: 5_000 };
    const { offerId } = await market.listing(owner, { offers: [offer] });
    const shopper = await market.citizen();
    const basket = await market.post<BasketView>('/v1/basket/lines', shopper, { offerId, quantity });
    expect([basket.total, basket.items[0]!.amount]).toEqual([amount, amount]);
    const { total, orders } = await market.checkOut(shopper, {});
    const order = await market.see<OrderDetailsView>(`/v1/orders/${orders[0]!.id}`, shopper);
    expect([total, order.amount]).toEqual([amount, amount]);
    expect(order.lines).toMatchObject([{ unit, price, quantity, amount }]);
  });

  it('is ordered in units unless the owner says otherwise', async () => {
    const { id } = await market.listing(owner, { offers: [{ unit: 'kg', price: 30_000, onHand: 5_000 }] });
    expect((await see(id)).offers).toMatchObject([{ base: 'g', per: 1_000, step: 1_000, minimum: 1_000, free: 5_000 }]);
  });
});
