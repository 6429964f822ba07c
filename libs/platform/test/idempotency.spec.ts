import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@jaki/testing';
import { forgetOldKeys } from '../src/data/idempotency.js';
import { Database } from '../src/index.js';
import { type Answer, type StartedThings, startThings } from './things/start.js';

describe('an idempotency key', () => {
  let things: StartedThings;
  let token: string;
  const make = (key: string, name: string, as = token, path = '/v1/things'): Promise<Answer> =>
    things.call('POST', path, { body: { name }, token: as, headers: { 'idempotency-key': key } });
  const sql = (text: string, values: unknown[] = []) => queryOnce(things.database, text, values);
  const made = async (name: string) => (await sql('SELECT id FROM thing WHERE name = $1', [name])).length;

  beforeAll(async () => {
    things = await startThings();
    token = await things.token();
  });
  afterAll(() => things.stop());

  it('gives the same answer to the same request and does the work once', async () => {
    const first = await make('k1', 'one');
    const again = await make('k1', 'one');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await made('one')).toBe(1);
  });

  it('is refused with another body or at another address, and changes nothing', async () => {
    await make('k2', 'two');
    expect((await make('k2', 'other')).body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect((await make('k2', 'two', token, '/v1/things?x')).body).toMatchObject({ status: 422 });
    expect(await made('other')).toBe(0);
  });

  it('belongs to its caller alone', async () => {
    const another = await things.token();
    const first = await make('k3', 'three');
    const second = await make('k3', 'three', another);
    expect(second.body['id']).not.toBe(first.body['id']);
  });

  it('belongs to the role in which its caller acts: another organisation, other roles or a channel have their own', async () => {
    const [as, another] = ['0199c1f0-0000-7000-8000-000000000001', '0199c1f0-0000-7000-8000-000000000002'];
    const office = (id: string | undefined, roles: string[]) => ({
      organisation: { id, kind: 'agency', regions: ['31'] },
      roles,
    });
    const sub = '0199c1f0-0000-8000-8000-000000000009';
    const answers: Answer[] = [];
    for (const claims of [
      {},
      office(as, ['officer']),
      office(another, ['officer']),
      office(as, ['validator']),
      { roles: ['channel'], channel: 'a' },
    ]) {
      answers.push(await make('k9', 'nine', await things.token({ sub, ...claims })));
    }
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(answers.length);
    const again = await make('k9', 'nine', await things.token({ sub, ...office(as, ['officer']) }));
    expect(again.body).toEqual(answers[1]?.body);
  });

  it('does the work once for doubles that come while it is being done', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => make('k4', 'slow')));
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7);
    expect(await made('slow')).toBe(1);
  });

  it('is free again after a refusal', async () => {
    const headers = { 'idempotency-key': 'k5' };
    const refused = await things.call('POST', '/v1/things', { token, headers, body: { name: 'five', weight: 1000 } });
    expect(refused.status).toBe(422);
    expect((await make('k5', 'five')).status).toBe(201);
  });

  it('must be short and visible', async () => {
    expect((await make('a'.repeat(201), 'six')).body.errors).toMatchObject([
      { in: 'header', pointer: '/idempotency-key' },
    ]);
    expect((await make('a b', 'six')).status).toBe(400);
  });

  it('is forgotten after a day', async () => {
    await make('k7', 'seven');
    await make('k8', 'eight');
    await sql("UPDATE platform.idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'k7'");
    expect(await forgetOldKeys(things.service.app.get(Database).kysely)).toBe(1);
    expect(await sql("SELECT key FROM platform.idempotency_key WHERE key IN ('k7', 'k8')")).toEqual([{ key: 'k8' }]);
  });
});
