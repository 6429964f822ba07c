import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { queryOnce } from '@jaki/testing';
import { RateLimits } from '../src/index.js';
import { type Answer, type StartedThings, startThings } from './things/start.js';

describe('a rate limit', () => {
  let things: StartedThings;
  const ask = async (claims: Record<string, unknown>, at = things): Promise<Answer> =>
    at.call('GET', '/v1/things/limited', { token: await at.token(claims) });
  const many = async (count: number, claims: Record<string, unknown>, at = things): Promise<number[]> =>
    (await Promise.all(Array.from({ length: count }, () => ask(claims, at)))).map(({ status }) => status).sort();
  const secondsPass = (caller: string, seconds: number) =>
    queryOnce(
      things.database,
      'UPDATE platform.rate_limit SET full_at = full_at - make_interval(secs => $2) WHERE caller = $1',
      [caller, seconds],
    );

  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it('tells how much is left, then refuses with a problem that says when to come back', async () => {
    const sub = newId();
    const [first, , third, fourth] = [await ask({ sub }), await ask({ sub }), await ask({ sub }), await ask({ sub })];
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"ask";q=3;w=60');
    expect(first.headers.get('ratelimit')).toBe('"ask";r=2;t=20');
    expect([third.status, third.headers.get('ratelimit')?.slice(0, 9)]).toEqual([200, '"ask";r=0']);
    expect([fourth.status, fourth.body['code']]).toEqual([429, 'too_many_requests']);
    expect(fourth.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(fourth.headers.get('retry-after')).toBe('20');
    expect(fourth.headers.get('ratelimit')).toBe('"ask";r=0;t=20');
  });

  it('gives back evenly what was taken, and no more than the quota however long one waits', async () => {
    const sub = newId();
    expect(await many(4, { sub })).toEqual([200, 200, 200, 429]);
    await secondsPass(sub, 20);
    expect(await many(2, { sub })).toEqual([200, 429]);
    await secondsPass(sub, 86_400);
    expect(await many(4, { sub })).toEqual([200, 200, 200, 429]);
  });

  it('takes nothing for what it refuses', async () => {
    const sub = newId();
    await many(20, { sub });
    await secondsPass(sub, 20);
    expect((await ask({ sub })).status).toBe(200);
  });

  it('counts a person, whichever token or organisation it comes with, and no other person', async () => {
    const sub = newId();
    const organisation = { id: newId(), kind: 'agency', regions: [] };
    expect(await many(3, { sub })).toEqual([200, 200, 200]);
    expect((await ask({ sub, roles: ['validator'], organisation })).status).toBe(429);
    expect((await ask({ sub: newId() })).status).toBe(200);
  });

  it.each([
    [['officer'], 8],
    [['registrar'], 5],
    [['registrar', 'officer'], 8],
    [['validator'], 3],
  ])('is that of the role, of several the most generous one: %j have %i', async (roles, quota) => {
    const answers = await many(quota + 2, { sub: newId(), roles });
    expect(answers.filter((status) => status === 200)).toHaveLength(quota);
  });

  it('is counted together by all instances', async () => {
    const other = await startThings({ env: { DATABASE_URL: things.database } });
    try {
      const sub = newId();
      const both = await Promise.all([many(4, { sub }), many(4, { sub }, other)]);
      expect(both.flat().filter((status) => status === 200)).toHaveLength(3);
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['off', 9],
    ['ask:others=5/60', 5],
    ['ask:officer=5/60,other:others=1/60', 3],
  ])('is set by RATE_LIMITS=%s', async (setting, quota) => {
    const other = await startThings({ env: { RATE_LIMITS: setting } });
    try {
      const answers = await many(9, { sub: newId() }, other);
      expect(answers.filter((status) => status === 200)).toHaveLength(quota);
    } finally {
      await other.stop();
    }
  });

  it('is forgotten once a quota is whole again, and not before', async () => {
    const [whole, used] = [newId(), newId()];
    await Promise.all([ask({ sub: whole }), ask({ sub: used })]);
    await secondsPass(whole, 60);
    expect(await things.service.app.get(RateLimits).forgetFull()).toBeGreaterThan(0);
    const rows = 'SELECT caller FROM platform.rate_limit WHERE caller = ANY ($1)';
    expect(await queryOnce(things.database, rows, [[whole, used]])).toEqual([{ caller: used }]);
  });
});
