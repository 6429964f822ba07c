import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@jaki/testing';
import { type StartedThings, startThings } from './things/start.js';

describe('a list', () => {
  let things: StartedThings;

  beforeAll(async () => {
    things = await startThings({ env: { PUBLIC_URL: 'https://things.example/' } });
    // Many rows of one millisecond, so that the cursor must hold more than the time.
    const insert = `INSERT INTO thing (id, name, created_at)
      SELECT uuidv7(), 'thing ' || n, timestamptz '2026-11-22Z' + (n / 10) * interval '1 ms' FROM generate_series(1, 45) n`;
    await queryOnce(things.database, insert);
  });
  afterAll(() => things.stop());

  it('is walked page by page by its Link header, each row once, and ends', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/v1/things?limit=7&heavierThan=0';
    while (path !== undefined) {
      const { status, headers, body } = await things.call('GET', path);
      expect(status).toBe(200);
      seen.push(...(body['items'] as { name: string }[]).map(({ name }) => name));
      const next = /^<https:\/\/things\.example(.+)>; rel="next"$/.exec(headers.get('link') ?? '');
      if (next) expect(next[1]).toContain('heavierThan=0');
      path = next?.[1];
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it('holds its items and nothing else, 20 unless told', async () => {
    const { body } = await things.call('GET', '/v1/things');
    expect(Object.keys(body)).toEqual(['items']);
    expect(body['items']).toHaveLength(20);
  });

  it('gives dates as the calendar has them, whatever the time zone', async () => {
    const { body } = await things.call('GET', '/v1/things?limit=1');
    expect(body['items']).toMatchObject([{ madeOn: '2026-11-22' }]);
  });

  it.each(['0', '101', 'many', '1.5'])('refuses a limit of %s', async (limit) => {
    const { status, body } = await things.call('GET', `/v1/things?limit=${limit}`);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/limit']);
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('nonsense').toString('base64url')],
    ['JSON of another kind', Buffer.from('[1]').toString('base64url')],
    ['of another list', Buffer.from('{"sequence":"7"}').toString('base64url')],
    [
      'with more in it',
      Buffer.from(
        '{"createdAt":"2026-11-22T00:00:00.000Z","id":"01a200b6-3c2a-7dff-a75b-f34afdd8ed62","x":"1"}',
      ).toString('base64url'),
    ],
    [
      'with a broken value',
      Buffer.from('{"createdAt":"yesterday","id":"01a200b6-3c2a-7dff-a75b-f34afdd8ed62"}').toString('base64url'),
    ],
  ])('refuses a cursor that is %s', async (_, cursor) => {
    const { status, body } = await things.call('GET', `/v1/things?cursor=${encodeURIComponent(cursor)}`);
    expect([status, body['code']]).toEqual([400, 'unknown_cursor']);
  });
});
