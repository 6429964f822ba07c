import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Draft } from './catalogue.js';
import { type NewListing } from './goods.js';
import { importListings } from './import-listings.js';
import { type Listing, Marketplace } from './marketplace.js';

const businessId = '0199c1f0-0000-7000-8000-000000000001';
const bayam: NewListing = {
  businessId,
  title: 'Bayam',
  description: 'Segar',
  category: 'vegetables',
  offers: [{ unit: 'ons', price: 900, onHand: 5000 }],
};
const offer = {
  id: 'o',
  name: null,
  unit: 'ons',
  base: 'g',
  per: 100,
  price: 900,
  step: 100,
  minimum: 100,
  free: 5000,
};
const there = (state: string, id = 'id1') => {
  return { ...bayam, id, number: 'L000001', state, description: 'Segar', offers: [offer] } as unknown as Listing;
};

interface Sent {
  readonly path: string;
  readonly key: string | undefined;
}
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A marketplace in which these listings are, which takes what it is told with this status; and what it was told. */
async function holding(listings: readonly Listing[], status = 201, headers = {}) {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const { method, url = '', headers: given } = request;
    const json = (code: number, body: object, more = {}) =>
      void response.writeHead(code, { 'content-type': 'application/json', ...more }).end(JSON.stringify(body));
    const cursor = /cursor=(\d+)/.exec(url)?.[1] ?? '0';
    const at = Number(cursor);
    const next = { link: `</v1/listings/mine?limit=100&cursor=${at + 1}>; rel="next"` };
    if (method === 'POST') {
      sent.push({ path: url, key: given['idempotency-key'] as string | undefined });
      if (url.endsWith('/submit')) json(200, {});
      else json(status, { id: 'new', number: 'L000009', code: 'too_many_requests' }, headers);
    } else if (url.includes('mine'))
      json(200, { items: listings.slice(at, at + 1) }, at + 1 < listings.length ? next : {});
    else json(200, listings.find(({ id }) => url.endsWith(id)) ?? {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { sent, marketplace: new Marketplace(address, () => Promise.resolve('t')) };
}

const drafts = (...listings: NewListing[]): Draft[] => listings.map((listing, n) => ({ line: n + 2, listing }));

describe('a listing of a file', () => {
  it('is drafted and handed in, each under a key that the next run would have too', async () => {
    const first = await holding([]);
    expect(await importListings(drafts(bayam), first.marketplace)).toEqual([{ kind: 'new', number: 'L000009' }]);
    const second = await holding([]);
    await importListings(drafts(bayam), second.marketplace);
    expect(first.sent.map(({ path }) => path)).toEqual(['/v1/listings', '/v1/listings/new/submit']);
    expect(second.sent).toEqual(first.sent);
    expect(new Set(first.sent.map(({ key }) => key)).size).toBe(2);
  });

  it.each(['submitted', 'published', 'paused', 'refused'])(
    'is there when it is %s, on whatever page',
    async (state) => {
      const { sent, marketplace } = await holding([{ ...there('published', 'id0'), title: 'Kangkung' }, there(state)]);
      expect(await importListings(drafts(bayam), marketplace)).toEqual([{ kind: 'there', number: 'L000001' }]);
      expect(sent).toEqual([]);
    },
  );

  it('is handed in when an earlier run came no further than its draft', async () => {
    const { sent, marketplace } = await holding([there('draft')]);
    expect(await importListings(drafts(bayam), marketplace)).toEqual([{ kind: 'new', number: 'L000001' }]);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/listings/id1/submit']);
  });

  it('is left alone when it is there with other words or terms, a draft also with another stock', async () => {
    const { sent, marketplace } = await holding([there('draft')]);
    const dearer = { ...bayam, offers: [{ unit: 'ons', price: 950, onHand: 5000 } as const] };
    const more = { ...bayam, offers: [{ unit: 'ons', price: 900, onHand: 6000 } as const] };
    const outcomes = await importListings(drafts(dearer, { ...bayam, description: 'Layu' }, more), marketplace);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['there_otherwise', 'there_otherwise', 'there']);
    expect(sent).toEqual([]);
  });

  it('is new again once it was withdrawn, under another key than before', async () => {
    const before = await holding([]);
    await importListings(drafts(bayam), before.marketplace);
    const after = await holding([there('withdrawn')]);
    expect(await importListings(drafts(bayam), after.marketplace)).toEqual([{ kind: 'new', number: 'L000009' }]);
    expect(after.sent[0]?.key).not.toBe(before.sent[0]?.key);
  });

  it('is not sent any more once the quota of the day is used up', async () => {
    const { sent, marketplace } = await holding([], 429, { 'retry-after': '0' });
    const many = Array.from({ length: 20 }, (_, n) => ({ ...bayam, title: `Bayam ${n}` }));
    const outcomes = await importListings(drafts(...many), marketplace);
    expect(outcomes).toEqual(many.map(() => ({ kind: 'unsettled', code: 'too_many_requests' })));
    expect(new Set(sent.map(({ key }) => key)).size).toBe(4);
  });
});
