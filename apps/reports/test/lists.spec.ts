import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type HttpAnswer } from '@jaki/testing';
import { type CountsView, type ReportSummary } from '../src/reading/queries/views.dto.js';
import { bureau, GAMBIR, gambir, roads, TestCity, water } from './city.js';

// Gambir lies in Jakarta Pusat, the second pin in Kebayoran Baru, Jakarta Selatan.
const south = { lat: -6.2443, long: 106.7987 };
let city: TestCity;
let mine: string;
const filed: Record<string, { id: string; number: string }> = {};
beforeAll(async () => {
  city = await TestCity.start();
  mine = await city.citizen(newId());
  const other = await city.citizen();
  filed['flood'] = await city.file(mine, { visibility: 'public' });
  filed['road'] = await city.file(other, { visibility: 'public', category: 'road_damage' });
  filed['south'] = await city.file(mine, { visibility: 'public', pin: south });
  filed['hidden'] = await city.file(mine);
  filed['started'] = await city.file(other, { visibility: 'public' });
  await city.take(filed['started'].id, 'start', await city.officer(water));
});
afterAll(() => city.close());

interface List {
  items: ReportSummary[];
  counts?: Record<string, number>;
  code?: string;
}
const get = <T = List>(path: string, token?: string) =>
  city.service.http.get<T>(path, token === undefined ? {} : { token });
const nameOf = (id: string) => Object.entries(filed).find(([, report]) => report.id === id)?.[0];
const names = async (path: string, token?: string) => (await get(path, token)).body.items.map(({ id }) => nameOf(id));

describe('the public list', () => {
  it('shows public reports only, newest first, to everybody alike', async () => {
    const all = ['started', 'south', 'road', 'flood'];
    expect(await names('/v1/reports')).toEqual(all);
    expect(await names('/v1/reports', await city.officer(water))).toEqual(all);
    expect(await names('/v1/reports', mine)).toEqual(all);
  });

  it('is narrowed by region of any level, category, state and box', async () => {
    expect(await names('/v1/reports?region=31')).toHaveLength(4);
    expect(await names('/v1/reports?region=31.74')).toEqual(['south']);
    expect(await names(`/v1/reports?region=${GAMBIR}&category=road_damage`)).toEqual(['road']);
    expect(await names('/v1/reports?state=in_progress')).toEqual(['started']);
    expect(await names('/v1/reports?bbox=106.79,-6.25,106.80,-6.24')).toEqual(['south']);
    expect(await names('/v1/reports?bbox=106.8263,-6.1767,106.8263,-6.1767')).toEqual(['started', 'road', 'flood']);
  });

  it('goes on where its Link header says, without a gap or a double', async () => {
    const seen: (string | undefined)[] = [];
    let next: string | undefined = '/v1/reports?limit=3&region=31';
    while (next !== undefined) {
      const { body, headers }: HttpAnswer<List> = await get(next);
      seen.push(...body.items.map(({ id }) => nameOf(id)));
      next = /<(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(['started', 'south', 'road', 'flood']);
  });

  it.each([
    ['cursor=nonsense', 'unknown_cursor'],
    ['cursor=eyJpZCI6MX0', 'unknown_cursor'],
    ['limit=0', 'validation_failed'],
    ['limit=101', 'validation_failed'],
    ['region=31..7', 'validation_failed'],
    ['region=%25', 'validation_failed'],
    ['state=lost', 'validation_failed'],
    ['bbox=1,2,3', 'validation_failed'],
    ['bbox=107,-6,106,-7', 'validation_failed'],
    ['bbox=a,b,c,d', 'validation_failed'],
    ['reporter=me', 'validation_failed'],
    ['category=a%00b', 'validation_failed'],
  ])('refuses %s', async (query, code) => {
    const { status, body } = await get(`/v1/reports?${query}`);
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('the map', () => {
  it('is GeoJSON of the public reports in the box', async () => {
    const { body, headers } = await get<object>('/v1/reports/map?bbox=106.82,-6.18,106.83,-6.17&category=road_damage');
    expect(headers.get('content-type')).toMatch('application/geo+json');
    expect(body).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: filed['road']?.id,
          geometry: { type: 'Point', coordinates: [106.8263, -6.1767] },
          properties: {
            number: filed['road']?.number,
            category: 'road_damage',
            state: 'waiting',
            filedAt: expect.stringMatching(/Z$/),
          },
        },
      ],
    });
    expect((await get('/v1/reports/map')).status).toBe(400);
  });
});

describe('the counts', () => {
  it('are of public reports only', async () => {
    expect((await get<CountsView>('/v1/reports/counts')).body).toEqual({
      total: 4,
      byState: { waiting: 3, in_progress: 1 },
      byCategory: { flood: 3, road_damage: 1 },
    });
    expect((await get<CountsView>('/v1/reports/counts?region=31.74')).body.total).toBe(1);
  });
});

describe('my reports', () => {
  it("are the caller's own, private ones too", async () => {
    expect(await names('/v1/reports/mine', mine)).toEqual(['hidden', 'south', 'flood']);
    expect((await get('/v1/reports/mine')).status).toBe(401);
    expect((await get('/v1/reports/mine', await city.officer(water))).status).toBe(403);
  });
});

describe("an organisation's queue", () => {
  it('is the work it holds, private reports too, oldest first, with counts by state', async () => {
    const token = await city.officer(water);
    const { body } = await get('/v1/queue', token);
    expect(body.items.map(({ id }) => nameOf(id))).toEqual(['flood', 'south', 'hidden', 'started']);
    expect(body.counts).toEqual({ waiting: 3, in_progress: 1 });
    expect(await names('/v1/queue?state=in_progress', token)).toEqual(['started']);
  });

  it('of a kelurahan is what lies there and nobody works on yet', async () => {
    expect(await names('/v1/queue', await city.officer(gambir))).toEqual(['flood', 'road', 'hidden']);
  });

  it('of another agency is its own only', async () => {
    const { body } = await get('/v1/queue', await city.officer(roads));
    expect([body.items.map(({ id }) => nameOf(id)), body.counts]).toEqual([['road'], { waiting: 1 }]);
  });

  it("of a validator is the others' claims where it is competent", async () => {
    const { id } = await city.file(mine);
    const officer = await city.officer(water);
    await city.take(id, 'start', officer);
    await city.claim(id, officer);
    const queueOf = async (organisation: typeof bureau) =>
      (await get('/v1/queue', await city.officer(organisation, 'validator'))).body.items.map((item) => item.id);
    expect(await queueOf(bureau)).toEqual([id]);
    expect(await queueOf({ ...bureau, regions: ['31.74'] })).toEqual([]);
    expect(await queueOf({ ...bureau, id: water.id })).toEqual([]);
    expect(await queueOf({ ...bureau, regions: [] })).toEqual([]);
  });

  it('goes on where its Link header says', async () => {
    const token = await city.officer(water);
    const { headers } = await get('/v1/queue?limit=2', token);
    const next = /<(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    expect((await names(next, token))[0]).toBe('hidden');
  });

  it('is for organisations only', async () => {
    expect((await get('/v1/queue', mine)).status).toBe(403);
  });
});

describe("the city's lists", () => {
  it('are public and in both languages', async () => {
    const { body } = await get<{ items: { code: string; label: object }[] }>('/v1/categories');
    expect(body.items).toContainEqual({ code: 'flood', label: { id: 'Banjir', en: 'Flood' } });
    expect((await get('/v1/rejection-reasons')).status).toBe(200);
  });
});

describe('the API document', () => {
  interface Operation {
    summary?: string;
    responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  }

  it('says of every route what it is for and what it answers', async () => {
    const { body } = await get<{ paths: Record<string, Record<string, Operation>> }>('/openapi.json');
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, operation })),
    );
    const ours = operations.filter(({ route }) => route.includes('/v1/'));
    expect(ours).toHaveLength(22);
    const answersWell = ({ responses }: Operation) =>
      Object.entries(responses).some(
        ([status, { content }]) => status.startsWith('2') && Object.values(content ?? {}).some(({ schema }) => schema),
      );
    const silent = ours.filter(({ operation }) => !operation.summary || !answersWell(operation));
    expect(silent.map(({ route }) => route)).toEqual([]);
  });
});
