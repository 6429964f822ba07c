import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StartedThings, startThings } from './things/start.js';

describe('text that could not be stored as it was sent', () => {
  let things: StartedThings;
  let token: string;
  const post = (raw: string | Buffer, headers: Record<string, string> = {}) =>
    things.call('POST', '/v1/things', { token, raw, headers });

  beforeAll(async () => {
    things = await startThings();
    token = await things.token();
  });
  afterAll(() => things.stop());

  it('is refused when its bytes are no UTF-8', async () => {
    const latin1 = Buffer.from('{"name":"Caf\xe9"}', 'latin1');
    expect((await post(latin1)).body).toMatchObject({ status: 400, code: 'malformed_json' });
    // An overlong form, a surrogate as bytes, a character cut in two.
    for (const bytes of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0xbd],
      [0xf0, 0x9f, 0x98],
    ]) {
      const raw = Buffer.concat([Buffer.from('{"name":"'), Buffer.from(bytes), Buffer.from('"}')]);
      expect((await post(raw)).body).toMatchObject({ status: 400, code: 'malformed_json' });
    }
    expect((await things.call('GET', '/v1/things?cursor=%E9')).body).toMatchObject({
      status: 400,
      code: 'malformed_url',
    });
  });

  it('is taken with a mark of UTF-8 at its beginning, which tools of Windows write', async () => {
    expect((await post(Buffer.from('\ufeff{"name":"a"}'))).status).toBe(201);
  });

  it('is refused in another charset, and taken when the charset is UTF-8', async () => {
    const raw = '{"name":"a"}';
    for (const charset of ['iso-8859-1', '"utf-16"', 'us-ascii']) {
      const { body } = await post(raw, { 'content-type': `application/json; charset=${charset}` });
      expect(body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    }
    expect((await post(raw, { 'content-type': 'application/json; charset="UTF-8"' })).status).toBe(201);
  });

  it.each(['{"name":"air \\ud83c"}', '{"name":"\\udf0a"}', '{"name":"a","\\uD83C":1}'])(
    'is refused when it holds half a character: %s',
    async (raw) => {
      const { body } = await post(raw);
      expect(body).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ code: 'broken_character' }] });
    },
  );

  it('is taken when both halves are there', async () => {
    expect((await post('{"name":"\\ud83c\\udf0a"}')).status).toBe(201);
  });

  it('is refused when it is folded, with the coding that is taken', async () => {
    for (const coding of ['gzip', 'br', 'deflate', 'x']) {
      const { status, headers, body } = await post(gzipSync('{"name":"a"}'), { 'content-encoding': coding });
      expect([status, body['code'], headers.get('accept-encoding')]).toEqual([
        415,
        'unsupported_media_type',
        'identity',
      ]);
    }
    expect((await post('{"name":"a"}', { 'content-encoding': 'identity' })).status).toBe(201);
  });
});

describe('names of fields', () => {
  let things: StartedThings;
  let token: string;
  const post = (raw: string) => things.call('POST', '/v1/things', { token, raw });
  beforeAll(async () => {
    things = await startThings();
    token = await things.token();
  });
  afterAll(() => things.stop());

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '__defineGetter__', 'then'])(
    'that every object inherits are unknown like any other: %s',
    async (name) => {
      for (const raw of [`{"name":"a","${name}":"x"}`, `{"name":"a","${name}":{"prototype":1}}`]) {
        const { body } = await post(raw);
        expect(body).toMatchObject({
          code: 'validation_failed',
          errors: [{ pointer: `/${name}`, code: 'unknown_field' }],
        });
      }
      const { body } = await post(`{"name":"a","size":{"width":1,"${name}":"x"}}`);
      expect(body.errors).toMatchObject([{ pointer: `/size/${name}`, code: 'unknown_field' }]);
    },
  );

  it('that are unknown are told up to 20, however many there are, and cost little', async () => {
    const names = Array.from({ length: 100_000 }, (_, n) => `"${n.toString(36)}":1`).join(',');
    const before = process.cpuUsage();
    const { status, body } = await post(`{"name":"a",${names}}`);
    const { user, system } = process.cpuUsage(before);
    expect([status, body.errors?.length]).toEqual([400, 20]);
    // 7.8 s when each of them was looked at and told.
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it('in lists without end are not looked at', async () => {
    const { body } = await post(`{"name":[${'1,'.repeat(1_000)}1]}`);
    expect(body).toMatchObject({ status: 400, errors: [{ code: 'too_many_items' }] });
  });
});
