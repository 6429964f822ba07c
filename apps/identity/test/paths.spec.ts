import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityUnderTest, startIdentity } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.close());

const ask = async (method: 'get' | 'post' | 'put' | 'delete', path: string) => {
  const body = method === 'get' ? undefined : new URLSearchParams({ grant_type: 'none', client_id: 'jaki-app' });
  const answer = await identity.http[method]<{ code?: string; error?: string }>(path, body ? { body } : {});
  return { ...answer, cacheControl: answer.headers.get('cache-control'), type: answer.headers.get('content-type') };
};

describe('an address of OAuth and OpenID Connect', () => {
  it.each<[string, string]>([
    ['get', '/oauth'],
    ['get', '/oauth/nothing'],
    ['post', '/oauth/token/nothing'],
    ['post', '/OAuth/token'],
    ['get', '/.well-known/nothing'],
    ['post', '/.well-known/openid-configuration'],
    ['delete', '/.well-known/oauth-authorization-server'],
    ['get', '/oauth/jwks/%zz'],
    ['get', '/oauth/token'],
    ['put', '/oauth/token'],
    ['delete', '/oauth/jwks/'],
  ])('that is none is refused with a problem that no cache keeps: %s %s', async (method, path) => {
    const { status, body, type, cacheControl, headers } = await ask(method as 'get', path);
    expect([400, 404, 405]).toContain(status);
    expect(type).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status, code: expect.any(String), correlationId: headers.get('x-correlation-id') });
    expect(cacheControl).toBe('no-store');
  });

  it('that is asked in the wrong way says so, those of discovery too', async () => {
    for (const path of ['/.well-known/openid-configuration', '/oauth/jwks']) {
      const { status, headers } = await ask('delete', path);
      expect([status, headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
    }
  });

  it.each(['/oauth/token', '/oauth/token/', '/oauth/%74oken', '/oauth/token?x=1'])(
    'means the same however it is written: %s',
    async (path) => {
      const { status, body } = await ask('post', path);
      expect([status, body.error]).toEqual([400, 'unsupported_grant_type']);
    },
  );

  it.each(['/oauth/jwks/', '/.well-known/openid-configuration/'])(
    'answers with a slash at its end: %s',
    async (path) => {
      expect((await ask('get', path)).status).toBe(200);
    },
  );

  it('may come as a proxy writes it, with scheme and host', async () => {
    const { hostname, port } = new URL(identity.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write('GET http://proxy.example/oauth/jwks HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    let answer = '';
    for await (const chunk of socket.setEncoding('utf8')) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*"keys"/s);
  });
});
