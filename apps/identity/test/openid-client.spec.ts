import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as client from 'openid-client';
import { OTP_GRANT } from '../src/oidc/clients.js';
import { freshPhone, IDENTITY, type IdentityUnderTest, REPORTS, startIdentity } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.close());

describe('a client by the book', () => {
  it('discovers the server, logs in, refreshes for another service and revokes', async () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so by its makers to be seen: the test has no TLS
    const insecure = { execute: [client.allowInsecureRequests] };
    const server = await client.discovery(new URL(identity.url), 'jaki-app', undefined, client.None(), insecure);
    const phone = freshPhone();
    const parameters = { phone, ...(await identity.codeFor(phone)), resource: REPORTS };
    const first = await client.genericGrantRequest(server, OTP_GRANT, parameters);
    expect(first.claims()).toMatchObject({ aud: 'jaki-app', acr: 'L1' });
    const second = await client.refreshTokenGrant(server, first.refresh_token!, { resource: IDENTITY });
    expect(second.access_token).not.toBe(first.access_token);
    await client.tokenRevocation(server, second.refresh_token!);
    const third = client.refreshTokenGrant(server, second.refresh_token!, { resource: REPORTS });
    await expect(third).rejects.toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the discovery documents', () => {
  it.each(['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'])(
    '%s names the issuer, whatever host a caller claims to ask',
    async (path) => {
      const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
      const { status, body } = await identity.http.get<Record<string, unknown>>(path, { headers });
      expect(status).toBe(200);
      expect(body).toMatchObject({ issuer: identity.url, token_endpoint: `${identity.url}/oauth/token` });
      expect(JSON.stringify(body)).not.toContain('evil.example');
    },
  );

  it('and the keys hold no private part', async () => {
    const { body } = await identity.http.get<{ keys: Record<string, unknown>[] }>('/oauth/jwks');
    const [signing, sealing, ...others] = body.keys;
    expect(Object.keys(signing!).sort()).toEqual(['e', 'kid', 'kty', 'n', 'use']);
    // Notifications', for services to wrap seals with.
    expect(sealing).toMatchObject({ kty: 'EC', kid: 'seal-1', use: 'enc' });
    expect(Object.keys(sealing!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(others).toEqual([]);
  });

  it('and all that OAuth answers are told apart in logs and metrics', async () => {
    await identity.login(freshPhone());
    expect((await identity.http.get('/metrics')).body).toMatch(/route="\/oauth\/token",status="200"/);
    expect(identity.logs.some((line) => line.includes('/oauth/token'))).toBe(true);
  });

  it('leave all other paths to the service', async () => {
    expect((await identity.http.get('/oauthx')).status).toBe(404);
    expect((await identity.http.get('/health/live')).status).toBe(200);
  });
});
