import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FoundView } from '../src/search/queries/views.dto.js';
import { TestMarket } from './market.js';

let market: TestMarket;
let seller: string;
const made: Record<string, { id: string; businessId: string; offerId: string }> = {};
// Invented stalls, each with what it sells.
const goods: Record<string, { title: string; category?: string; price?: number; region?: string }> = {
  soto: { title: 'Soto Betawi' },
  sotoAyam: { title: 'Soto ayam Lamongan', price: 18_000 },
  rendang: { title: 'Nasi rendang daging', price: 32_000 },
  cabai: { title: 'Cabai rawit merah', category: 'spices', price: 60_000 },
  keripik: { title: 'Keripik singkong balado', category: 'snacks', price: 15_000 },
  masakan: { title: 'Masakan Padang lengkap' },
  kemeja: { title: 'Kemeja batik lengan panjang', category: 'fashion', price: 150_000 },
  meja: { title: 'Meja lipat kayu', category: 'household', price: 200_000 },
};
beforeAll(async () => {
  market = await TestMarket.start();
  seller = await market.citizen();
  for (const [key, { title, category = 'prepared_food', price = 25_000 }] of Object.entries(goods)) {
    made[key] = await market.listing(seller, { title, category, offers: [{ unit: 'porsi', price, onHand: 5 }] });
  }
});
afterAll(() => market.close());

const search = (query: string) => market.see<FoundView>(`/v1/listings/search?${query}`);
/** Which of the goods were found, in their order. */
const found = async (query: string) => {
  const { items } = await search(query);
  return items.map(({ id }) => Object.keys(made).find((key) => made[key]!.id === id));
};

describe('a search', () => {
  it('finds what has all the words, in whatever case and order', async () => {
    expect(await found('q=SOTO betawi')).toEqual(['soto']);
    expect(await found('q=lamongan soto')).toEqual(['sotoAyam']);
    expect((await found('q=soto')).sort()).toEqual(['soto', 'sotoAyam']);
  });

  it('finds other forms of a word, and the word as it was written before them', async () => {
    expect(await found('q=kemeja')).toEqual(['kemeja']);
    expect((await found('q=meja'))[0]).toBe('meja');
    expect(await found('q=lipatan meja')).toEqual(['meja']);
  });

  it('finds what is only begun to be typed', async () => {
    expect(await found('q=nasi ren')).toEqual(['rendang']);
  });

  it('finds other spellings of the same thing', async () => {
    expect(await found('q=cabe')).toEqual(['cabai']);
    expect(await found('q=kripik')).toEqual(['keripik']);
  });

  it('takes a mistyped word for the most alike one, and says so', async () => {
    const { items, corrections } = await search('q=rendnag');
    expect(items.map(({ title }) => title)).toEqual(['Nasi rendang daging']);
    expect(corrections).toEqual([{ from: 'rendnag', to: 'rendang' }]);
    expect((await search('q=rendang')).corrections).toEqual([]);
  });

  it('shows what has some of the words when nothing has all, and says so', async () => {
    const { items, relaxed } = await search('q=soto kemeja');
    expect([items.length, relaxed]).toEqual([3, true]);
    expect((await search('q=soto')).relaxed).toBe(false);
    expect(await search('q=zzzzqqqq')).toMatchObject({ items: [], relaxed: false, categories: [] });
  });

  it('is narrowed by region of any level, category and price, and counts categories', async () => {
    expect(await found('q=soto&region=31.71')).toHaveLength(2);
    expect(await found('q=soto&region=31.7')).toEqual([]);
    expect(await found('q=soto&region=31.71.01.1001&priceMax=20000')).toEqual(['sotoAyam']);
    expect(await found('q=soto&category=fashion')).toEqual([]);
    const { categories } = await search('q=soto kemeja');
    expect(categories).toEqual([
      { category: 'prepared_food', count: 2 },
      { category: 'fashion', count: 1 },
    ]);
  });

  it('goes through pages without leaving one out or showing one twice', async () => {
    const seen: string[] = [];
    for (let next: string | undefined = '/v1/listings/search?q=warung&limit=3'; next !== undefined;) {
      const answer: { body: FoundView; headers: Headers } = await market.service.http.get(next);
      seen.push(...answer.body.items.map(({ id }) => id));
      next = /<(.*)>/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen.toSorted()).toEqual(
      Object.values(made)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('understands no operators: what somebody types is words alone', async () => {
    for (const odd of ["' OR 1=1 --", 'soto & !betawi', 'soto:*', '%_%', '<->', '"soto', '\\', 'sötö 🍜']) {
      const answer = await market.service.http.get(`/v1/listings/search?q=${encodeURIComponent(odd)}`);
      expect([odd, answer.status]).toEqual([odd, 200]);
    }
  });
});

describe('what is found', () => {
  it('at once when it is published, and no more when it is paused, withdrawn or its business suspended', async () => {
    const { id, businessId } = await market.listing(seller, { title: 'Gudeg Jogja' });
    const ids = async () => (await search('q=gudeg')).items.map((item) => item.id);
    expect(await ids()).toEqual([id]);
    await market.post(`/v1/listings/${id}/pause`, seller);
    expect(await ids()).toEqual([]);
    await market.post(`/v1/listings/${id}/resume`, seller);
    const officer = await market.officer('city_administration', ['31']);
    await market.take(businessId, 'suspend', officer, { reason: 'keluhan' });
    expect(await ids()).toEqual([]);
    await market.take(businessId, 'resume', officer);
    expect(await ids()).toEqual([id]);
    await market.post(`/v1/listings/${id}/withdraw`, seller);
    expect(await ids()).toEqual([]);
  });

  it('though it is sold out, and says so', async () => {
    const { offerId } = await market.listing(seller, {
      title: 'Pempek kapal selam',
      offers: [{ unit: 'porsi', price: 9_000, onHand: 1 }],
    });
    const stock = async () => (await search('q=pempek')).items.map(({ inStock }) => inStock);
    expect(await stock()).toEqual([true]);
    await market.checkOut(await market.citizen(), { [offerId]: 1 });
    expect(await stock()).toEqual([false]);
  });
});
