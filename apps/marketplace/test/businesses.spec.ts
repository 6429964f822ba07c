import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { type StepTakenView } from '../src/businesses/http/application.dto.js';
import {
  type BusinessDetailsView,
  type BusinessHistoryView,
  type BusinessListView,
} from '../src/businesses/queries/views.dto.js';
import { application, freshNib, GAMBIR, TestMarket } from './market.js';

let market: TestMarket;
let owner: string;
let officer: string;
beforeAll(async () => {
  market = await TestMarket.start();
  owner = await market.citizen();
  officer = await market.officer();
});
afterAll(() => market.close());

const see = async (id: string, token?: string) =>
  (await market.service.http.get<BusinessDetailsView>(`/v1/businesses/${id}`, token === undefined ? {} : { token }))
    .body;
const list = async (path: string, token?: string) =>
  (await market.service.http.get<BusinessListView>(path, token === undefined ? {} : { token })).body.items.map(
    ({ id }) => id,
  );
const refusal = async (request: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await request;
  return [status, body.code];
};

describe('a business on its way onto the platform', () => {
  it('is applied for, returned, corrected, verified, suspended, resumed and closed', async () => {
    const { id, number, state } = await market.apply(owner, { name: 'Rahasia', nib: undefined });
    expect([number, state]).toEqual([expect.stringMatching(/^U\d{6}$/), 'submitted']);
    const nib = freshNib();
    const states = [
      await market.take(id, 'return', officer, { reason: 'NIB belum ada' }),
      await market.take(id, 'resubmit', owner, { ...application, name: 'Rahasia', nib }),
      await market.take(id, 'verify', officer),
      await market.take(id, 'suspend', officer, { reason: 'keluhan' }),
      await market.take(id, 'resume', officer),
      await market.take(id, 'close', owner),
    ];
    expect(states.join()).toBe('returned,submitted,verified,suspended,verified,closed');
    const kinds = 'applied,returned,resubmitted,verified,suspended,resumed,closed'.split(',');
    await eventually(async () => {
      const events = (await market.service.published()).filter(({ subject }) => subject === id);
      expect(events.map(({ type }) => type)).toEqual(kinds.map((kind) => `marketplace.business.${kind}.v1`));
      expect(events.map(({ sequence }) => sequence)).toEqual(kinds.map((_, index) => String(index + 1)));
      expect(events[0]?.data).toEqual({
        businessId: id,
        number,
        kind: 'stall',
        region: GAMBIR,
        state: 'submitted',
        recipient: expect.any(String),
      });
      expect(JSON.stringify(events)).not.toMatch(new RegExp(`Rahasia|${nib}|belum|keluhan`));
    });
    const { body } = await market.service.http.get<BusinessHistoryView>(`/v1/businesses/${id}/history`, {
      token: owner,
    });
    expect(body.items.map(({ type }) => type)).toEqual(kinds);
    expect(body.items[1]).toMatchObject({ state: 'returned', note: 'NIB belum ada' });
    expect(body.items[0]).toMatchObject({ organisationId: null, note: null });
  });

  it('is applied for once with one Idempotency-Key', async () => {
    const request = { token: owner, body: application, headers: { 'idempotency-key': newId() } };
    const [first, second] = [
      await market.service.http.post<StepTakenView>('/v1/businesses', request),
      await market.service.http.post<StepTakenView>('/v1/businesses', request),
    ];
    expect(second.body).toEqual(first.body);
    expect(await market.service.sql('SELECT 1 FROM business WHERE number = $1', [first.body.number])).toHaveLength(1);
  });

  it('is verified only with what its risk needs, which its owner is told before', async () => {
    const { id } = await market.apply(owner, { risk: 'high', nib: undefined });
    expect((await see(id, owner)).application?.lacking).toEqual(['nib', 'permit']);
    const answer = await market.step(id, 'verify', officer);
    expect([answer.status, answer.body.code, answer.body.details]).toEqual([
      409,
      'proof_lacking',
      { lacking: ['nib', 'permit'] },
    ]);
  });

  it('is the only verified one with its NIB, also when both are verified at once', async () => {
    const nib = freshNib();
    const ids = [(await market.apply(owner, { nib })).id, (await market.apply(await market.citizen(), { nib })).id];
    const answers = await Promise.all(ids.map((id) => market.step(id, 'verify', officer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(['nib_taken']);
  });

  it('takes each step once, however many ask for it at the same time', async () => {
    const { id } = await market.apply(owner);
    const answers = await Promise.all(Array.from({ length: 8 }, () => market.step(id, 'verify', officer)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'illegal_transition')).toHaveLength(7);
  });
});

describe('who sees a business', () => {
  it('before it is verified: its owner and its office, nobody else', async () => {
    const { id } = await market.apply(owner);
    const neighbour = await market.officer('kelurahan_office', ['31.71.01.1002']);
    expect(await see(id, owner)).toMatchObject({ seenAs: 'owner', application: { risk: 'low', lacking: [] } });
    expect(await see(id, officer)).toMatchObject({ seenAs: 'verifier' });
    for (const token of [undefined, await market.citizen(), neighbour]) {
      const seen = market.service.http.get<{ code: string }>(`/v1/businesses/${id}`, token ? { token } : {});
      expect(await refusal(seen)).toEqual([404, 'business_not_found']);
    }
    expect(await list('/v1/businesses?limit=100')).not.toContain(id);
    expect(await list('/v1/businesses/mine?limit=100', owner)).toContain(id);
    expect(await list('/v1/businesses/queue?limit=100', officer)).toContain(id);
    expect(await list('/v1/businesses/queue?limit=100', neighbour)).not.toContain(id);
    expect(await list('/v1/businesses/queue', await market.officer('agency', ['31']))).toEqual([]);
  });

  it('once it is verified: everybody, without NIB, proofs and reasons', async () => {
    const { id } = await market.apply(owner, { kind: 'fisher' });
    await market.take(id, 'verify', officer);
    expect(await see(id)).toMatchObject({ name: application.name, seenAs: 'public', application: null });
    expect(await list('/v1/businesses?kind=fisher&region=31.71')).toContain(id);
    expect(await list('/v1/businesses?kind=fisher&region=31.7')).toEqual([]);
    expect(await list('/v1/businesses?kind=farmer')).toEqual([]);
    const stranger = { token: await market.citizen() };
    expect(await refusal(market.service.http.get(`/v1/businesses/${id}/history`, stranger))).toEqual([
      404,
      'business_not_found',
    ]);
    await market.take(id, 'suspend', officer, { reason: 'keluhan' });
    expect((await market.service.http.get(`/v1/businesses/${id}`)).status).toBe(404);
  });

  it('in pages: the newest first for all, the oldest first in the queue, none twice and none left out', async () => {
    const [seller, office] = [await market.citizen(), await market.officer('kelurahan_office', ['31.74.01.1001'])];
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await market.apply(seller, { region: '31.74.01.1001' })).id);
    const walk = async (path: string, token: string) => {
      const found: string[] = [];
      for (let next: string | undefined = path; next !== undefined;) {
        const answer: { body: BusinessListView; headers: Headers } = await market.service.http.get(next, { token });
        found.push(...answer.body.items.map(({ id }) => id));
        next = /<(.*)>/.exec(answer.headers.get('link') ?? '')?.[1];
      }
      return found;
    };
    expect(await walk('/v1/businesses/mine?limit=2', seller)).toEqual(ids.toReversed());
    expect(await walk('/v1/businesses/queue?limit=2', office)).toEqual(ids);
  });
});

describe('what is refused', () => {
  const apply = (of: object) =>
    refusal(market.service.http.post('/v1/businesses', { token: owner, body: { ...application, ...of } }));

  it.each<[string, object]>([
    ['a NIB of 12 digits', { nib: '912000123456' }],
    ['a NIB with letters', { nib: '91200012345AB' }],
    ['a KBLI of four digits', { kbli: '5610' }],
    ['an unknown kind', { kind: 'bank' }],
    ['an unknown risk', { risk: 'none' }],
    ['a name of nothing', { name: '  ' }],
    ['a proof on a day that does not exist', { proofs: [{ kind: 'halal', number: '1', validUntil: '2026-02-30' }] }],
    ['an unknown field', { owner: newId() }],
  ])('%s', async (_, of) => {
    expect(await apply(of)).toEqual([400, 'validation_failed']);
  });

  it('a region that is no kelurahan of the city', async () => {
    expect(await apply({ region: '31.71' })).toEqual([422, 'not_a_kelurahan']);
    expect(await apply({ region: '99.99.99.9999' })).toEqual([422, 'not_a_kelurahan']);
  });

  it('a proof that is there twice', async () => {
    const halal = { kind: 'halal', number: '1' };
    expect(await apply({ proofs: [halal, halal] })).toEqual([422, 'proof_twice']);
  });

  it('more than ten applications of one person a day', async () => {
    const limited = await TestMarket.start({ env: { RATE_LIMITS: '' } });
    try {
      const token = await limited.citizen();
      for (let count = 0; count < 10; count += 1) await limited.apply(token);
      const request = { token, body: application };
      expect(await refusal(limited.service.http.post('/v1/businesses', request))).toEqual([429, 'too_many_requests']);
    } finally {
      await limited.close();
    }
  });
});
