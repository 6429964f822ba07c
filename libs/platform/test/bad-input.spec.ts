import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchange } from './things/raw.js';
import { type Answer, type CallOptions, type StartedThings, startThings } from './things/start.js';

describe('bad input', () => {
  let things: StartedThings;
  let token: string;
  const post = (options: CallOptions): Promise<Answer> => things.call('POST', '/v1/things', { token, ...options });

  beforeAll(async () => {
    things = await startThings();
    token = await things.token();
  });
  afterAll(() => things.stop());

  it('answers every refusal with problem+json that carries a code, the address and the correlation id', async () => {
    const { status, headers, body } = await post({ raw: '{"name":' });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: 'urn:jaki:problem:malformed_json',
      title: 'Bad Request',
      status: 400,
      code: 'malformed_json',
      instance: '/v1/things',
      correlationId: headers.get('x-correlation-id'),
    });
  });

  it('names every wrong field by a pointer, the unknown and the nested ones too', async () => {
    const { status, body } = await post({ body: { name: 5, colour: 'red', size: { width: 0, height: 1 } } });
    expect([status, body['code']]).toEqual([400, 'validation_failed']);
    const found = body.errors!.map(({ pointer, code }) => `${pointer} ${code}`).sort();
    expect(found).toEqual([
      '/colour unknown_field',
      '/name is_string',
      '/name max_length',
      '/size/height unknown_field',
      '/size/width min',
    ]);
  });

  it.each([
    ['a list', []],
    ['a list of what would fit', [{ name: 'a' }]],
    ['a text', 'name'],
    ['a number', 1],
  ])('refuses %s where an object is expected', async (_, body) => {
    expect(await post({ body })).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  it('refuses a list where a nested object is expected', async () => {
    const { body } = await post({ body: { name: 'a', size: [] } });
    expect(body.errors).toMatchObject([{ pointer: '/size', code: 'is_object' }]);
  });

  it.each([
    ['/weight', { name: 'a', weight: null }],
    ['/size', { name: 'a', size: null }],
  ])('refuses null at %s, which may be left out but not be nothing', async (pointer, body) => {
    const answer = await post({ body });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ in: 'body', pointer, code: 'is_null' }] });
  });

  it.each([
    ['objects', '{"size":', '}'],
    ['lists', '[', ']'],
  ])('refuses %s within each other without end', async (_, open, close) => {
    const { body } = await post({ raw: `${open.repeat(20_000)}1${close.repeat(20_000)}` });
    expect(body).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ in: 'body', code: 'too_deep' }] });
  });

  it('refuses a body that would reach into the prototype', async () => {
    const { status } = await post({ raw: '{"name":"a","__proto__":{"admin":true}}' });
    expect(status).toBe(400);
  });

  it('takes an empty JSON body for an absent one', async () => {
    const { body } = await post({ raw: '', headers: { 'content-type': 'application/json' } });
    expect(body['code']).toBe('validation_failed');
  });

  it('refuses NUL in a text, a name and an address, and takes a text that only looks like its escape', async () => {
    const text = await post({ body: { name: 'a\0b' } });
    expect(text.body).toMatchObject({ code: 'validation_failed', errors: [{ in: 'body', pointer: '/name' }] });
    const name = await post({ raw: '{"name":"a","x\\u0000":1}' });
    expect(name.body.errors).toMatchObject([{ in: 'body', pointer: '/x', code: 'nul_character' }]);
    const address = await things.call('GET', '/v1/things?cursor=a%00b');
    expect(address.body).toMatchObject({ code: 'validation_failed', errors: [{ in: 'query' }] });
    expect((await post({ raw: '{"name":"\\\\u0000"}' })).status).toBe(201);
  });

  it('refuses a body of more than 1 MB before reading it all', async () => {
    const { status, body } = await post({ raw: JSON.stringify({ name: 'a'.repeat(10_000_000) }) });
    expect([status, body['code']]).toEqual([413, 'body_too_large']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'refuses a body of %s',
    async (type) => {
      const { status, body } = await post({ raw: 'name=a', headers: { 'content-type': type } });
      expect([status, body['code']]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x', 'MULTIPART/mixed'])(
    'refuses %s where no form is taken',
    async (type) => {
      const { status, body } = await post({ raw: '{}', headers: { 'content-type': type } });
      expect([status, body['code']]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it.each(['QUERY', 'PROPFIND', 'TRACE'])(
    'tells that %s is no method of an address, whatever else is wrong',
    async (method) => {
      const answer = await exchange(
        things.service.url,
        `${method} /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect([answer.status, answer.body['code']]).toEqual([405, 'method_not_allowed']);
    },
  );

  it('tells an unknown address from a known one asked in the wrong way', async () => {
    expect((await things.call('GET', '/v1/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
    const wrong = await things.call('DELETE', '/v1/things');
    expect(wrong.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await things.call('GET', '/v1/%zz')).body).toMatchObject({ status: 400, code: 'malformed_url' });
  });

  it('refuses an id in the address that is none', async () => {
    expect((await things.call('GET', '/v1/things/7')).body).toMatchObject({
      status: 400,
      errors: [{ in: 'path', pointer: '/id', code: 'is_uuid' }],
    });
  });

  it('gives a refused rule of the domain its own code, its kind the status, and its public details', async () => {
    expect((await post({ body: { name: 'anvil', weight: 1000 } })).body).toMatchObject({
      status: 422,
      code: 'too_heavy',
      details: { heaviest: 999 },
    });
  });

  it.each(['broken', 'broken/politely'])(
    'tells a client nothing about an unforeseen error, and the log all (%s)',
    async (path) => {
      const { status, body } = await things.call('GET', `/v1/things/${path}`);
      expect([status, body['code']]).toEqual([500, 'internal']);
      expect(JSON.stringify(body)).not.toContain('hunter2');
      const lines = things.logged.filter(({ correlationId }) => correlationId === body['correlationId']);
      expect(JSON.stringify(lines.find(({ level }) => level === 'error'))).toContain('hunter2');
    },
  );
});
