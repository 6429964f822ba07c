import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { TestIssuer } from '../src/test-issuer.js';

describe('the test issuer', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await TestIssuer.create();
  });
  afterAll(() => issuer.stop());
  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUrl)), { issuer: issuer.url, algorithms: ['RS256'] });

  it('signs access tokens that its published keys verify', async () => {
    const token = await issuer.token({ audience: 'urn:jaki:reports', sub: 'a', roles: ['officer'] });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    const { payload } = await verify(token);
    expect(payload).toMatchObject({ aud: 'urn:jaki:reports', sub: 'a', roles: ['officer'], acr: 'L1' });
  });

  it.each([
    ['expired', { expiresIn: -60 }],
    ['without a signature', { alg: 'none' }],
    ['signed with the public key as a secret', { alg: 'HS256' }],
    ['signed by a foreign key', { foreignKey: true }],
    ['of another issuer', { issuer: 'http://elsewhere' }],
  ] as const)('makes a token that is %s, which nobody may accept', async (_, options) => {
    await expect(verify(await issuer.token({ audience: 'a' }, options))).rejects.toThrow();
  });

  it('can be dead for a while and come back with the same keys', async () => {
    const token = await issuer.token({ audience: 'a' });
    await issuer.stop();
    await expect(verify(token)).rejects.toThrow();
    await issuer.start();
    await expect(verify(token)).resolves.toBeDefined();
  });
});
