import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchange } from './things/raw.js';
import { type StartedThings, startThings } from './things/start.js';

describe('what HTTP itself refuses', () => {
  let things: StartedThings;
  const send = (text: string) => exchange(things.service.url, text);

  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it.each<[string, string, number, string]>([
    ['a request without Host', 'GET /v1/things HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'missing_host'],
    ['two hosts', 'GET /v1/things HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n', 400, 'malformed_host'],
    [
      'a Host that names none',
      'GET /v1/things HTTP/1.1\r\nhost: a b/c\r\nconnection: close\r\n\r\n',
      400,
      'malformed_host',
    ],
    [
      'a header of 20 kB',
      `GET /v1/things HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'header_too_large',
    ],
    [
      'an address of 20 kB',
      `GET /v1/things?${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
      431,
      'header_too_large',
    ],
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed_request'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nhost: a\r\nnonsense\r\n\r\n', 400, 'malformed_request'],
    [
      'two lengths',
      'POST /v1/things HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
      'malformed_request',
    ],
    ['a method that there is not', 'BREW /v1/things HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'malformed_request'],
    ['a CONNECT', 'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'malformed_request'],
    [
      'another expectation',
      'POST /v1/things HTTP/1.1\r\nhost: a\r\nexpect: a-pony\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
      417,
      'expectation_failed',
    ],
  ])('is answered with a problem and its code: %s', async (_, text, status, code) => {
    const answer = await send(text);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:jaki:problem:${code}`, status, code });
    expect(answer.body['correlationId']).toBe(answer.headers['x-correlation-id']);
  });

  it.each(['a', 'a:80', '', '[::1]:8080', '127.0.0.1', 'jaki.example:'])('takes the Host "%s"', async (host) => {
    expect((await send(`GET /v1/things HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).status).toBe(200);
  });

  it('takes HTTP/1.0 without Host', async () => {
    expect((await send('GET /v1/things HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it('reads a target with scheme and host as the path in it, for routes, links and errors', async () => {
    const token = await things.token();
    for (const name of ['one', 'two']) await things.call('POST', '/v1/things', { token, body: { name } });
    const answer = await send(
      'GET http://proxy.example/v1/things?limit=1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['link']).toMatch(/^<\/v1\/things\?limit=1&cursor=[\w-]+>; rel="next"$/);
    const lost = await send('GET HTTPS://proxy.example HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    expect(lost.body).toMatchObject({ status: 404, instance: '/' });
  });
});

describe('addresses', () => {
  let things: StartedThings;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it('mean the same with a slash at the end', async () => {
    expect((await things.call('GET', '/v1/things/')).status).toBe(200);
    expect((await things.call('GET', '/v1/nothing/')).status).toBe(404);
    expect((await things.call('DELETE', '/v1/things/')).body).toMatchObject({ status: 405 });
  });

  it('tell by OPTIONS what they answer', async () => {
    const known = await things.call('OPTIONS', '/v1/things');
    expect([known.status, known.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect((await things.call('OPTIONS', '/v1/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('read a UUID without regard to case', async () => {
    const id = '0192f0c1-0000-7000-8000-00000000abcd';
    expect((await things.call('GET', `/v1/things/${id.toUpperCase()}`)).body).toEqual({ id });
  });
});

describe('what caches may keep', () => {
  let things: StartedThings;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  const cacheControl = async (...[method, path, options]: Parameters<StartedThings['call']>) =>
    (await things.call(method, path, options)).headers.get('cache-control');

  it('is nothing that somebody is told as themselves, no error and no change', async () => {
    const token = await things.token();
    expect(await cacheControl('GET', '/v1/things/me', { token })).toBe('no-store');
    expect(await cacheControl('GET', '/v1/things/greeting', { token })).toBe('no-store');
    expect(await cacheControl('POST', '/v1/things', { token, body: { name: 'a' } })).toBe('no-store');
    for (const path of ['/v1/nothing', '/v1/things/me', '/v1/things/broken', '/v1/things/7']) {
      expect(await cacheControl('GET', path)).toBe('no-store');
    }
  });

  it('is what all may read, when it is asked for anew each time', async () => {
    expect(await cacheControl('GET', '/v1/things')).toBe('no-cache');
    expect(await cacheControl('HEAD', '/v1/things')).toBe('no-cache');
  });
});

describe('headers that trickle', () => {
  it('are ended when their time is over', async () => {
    const things = await startThings();
    // As with bodies, the test's own server has a shorter limit.
    things.service.app.getHttpServer().headersTimeout = 1_000;
    try {
      const answer = await exchange(things.service.url, 'GET /v1/things HTTP/1.1\r\nhost: a\r\nx: ');
      expect(answer.body).toMatchObject({ status: 408, code: 'request_timeout' });
    } finally {
      await things.stop();
    }
  });
});

describe('a body that trickles', () => {
  it('is ended when its time is over', async () => {
    const things = await startThings();
    // As the limit is two minutes, the test's own server has a shorter one.
    things.service.app.getHttpServer().requestTimeout = 1_000;
    try {
      const head =
        'POST /v1/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
      const answer = await exchange(things.service.url, head);
      expect(answer.body).toMatchObject({ status: 408, code: 'request_timeout' });
    } finally {
      await things.stop();
    }
  });
});
