import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { isRecipientSeal } from '@jaki/kernel';
import { TestIssuer } from '@jaki/testing';
import { createService, defineService, PlatformModule, Requires } from '../src/index.js';
import { Leftovers } from './things/leftovers.js';
import { call, environment, type StartedThings, startThings } from './things/start.js';
import { things as definition, ThingsConfig } from './things/things.js';

const audience = definition.audience;

describe('who may call', () => {
  let things: StartedThings;
  const me = (token?: string) => things.call('GET', '/v1/things/me', token === undefined ? {} : { token });

  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it('knows the caller from the claims of the token alone', async () => {
    const organisation = { id: '0b9', kind: 'agency', regions: ['31.71'], parent: 'aa0' };
    const claims = { sub: 'person-1', roles: ['officer', 'emperor'], organisation, acr: 'L1', recipient: 'a..b.c.d' };
    const { status, body } = await me(await things.token(claims));
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'person-1',
      roles: ['officer'],
      level: 'L1',
      client: 'jaki-app',
      organisation,
    });
  });

  it('wraps the seal of a caller anew for each request that may change something', async () => {
    const token = await things.token({ recipient: 'a..b.c.d' });
    const sealIn = async (method: string) =>
      String((await things.call(method, '/v1/things/me', { token })).body['recipient']);
    const [first, second] = [await sealIn('POST'), await sealIn('POST')];
    expect(first.split('.').filter((part) => part !== '' && second.split('.').includes(part))).toEqual([]);
    for (const each of [first, second]) {
      expect(isRecipientSeal(each)).toBe(true);
      expect(await things.issuer.unwrap(each)).toBe('a..b.c.d');
    }
    expect((await me(token)).body).not.toHaveProperty('recipient');
  });

  it('says in its log when a token has a role that it does not know', () => {
    const told = things.logged.filter(({ msg }) => String(msg).includes('the role emperor'));
    expect(told).toHaveLength(1);
  });

  it('takes a caller without roles and organisation for a citizen, and one with an organisation alone for none', async () => {
    expect((await me(await things.token())).body['roles']).toEqual(['citizen']);
    const organisation = { id: '0b9', kind: 'agency', regions: [] };
    expect((await me(await things.token({ organisation }))).body['roles']).toEqual([]);
  });

  it('asks for a token, and says how', async () => {
    const { status, headers, body } = await me();
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    const basic = await things.call('GET', '/v1/things/me', { headers: { authorization: 'Basic YTpi' } });
    expect(basic.body['code']).toBe('unauthenticated');
  });

  it.each([
    ['unsigned', { alg: 'none' }],
    ['signed with the public key as a secret', { alg: 'HS256' }],
    ['signed by a key that the issuer does not publish', { foreignKey: true }],
    ['of another kind', { typ: 'JWT' }],
    ['of another issuer', { issuer: 'https://evil.example' }],
  ] as const)('refuses a token that is %s', async (_, options) => {
    const { status, body } = await me(await things.issuer.token({ audience }, options));
    expect([status, body['code']]).toEqual([401, 'unauthenticated']);
  });

  it('refuses a token that lacks the subject or the client, and one that is not a token', async () => {
    expect((await me(await things.token({ client_id: undefined }))).status).toBe(401);
    expect((await me('not.a.token')).body['code']).toBe('unauthenticated');
  });

  it('tells an expired token and one for another service from a bad one', async () => {
    const expired = await me(await things.issuer.token({ audience }, { expiresIn: -60 }));
    expect(expired.body).toMatchObject({ status: 401, code: 'token_expired' });
    expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
    const foreign = await me(await things.issuer.token({ audience: 'urn:jaki:others' }));
    expect(foreign.body).toMatchObject({ status: 401, code: 'wrong_audience' });
  });

  it('forgives clocks that differ by less than 30 seconds', async () => {
    expect((await me(await things.issuer.token({ audience }, { expiresIn: -15 }))).status).toBe(200);
  });

  it('knows a token that it accepted before, but not beyond its time', async () => {
    const token = await things.issuer.token({ audience }, { expiresIn: -28 });
    expect((await me(token)).status).toBe(200);
    expect((await me(token)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await me(token)).body).toMatchObject({ status: 401, code: 'token_expired' });
  });

  it('takes no token for one that it knows when a single character differs', async () => {
    const token = await things.token();
    expect((await me(token)).status).toBe(200);
    const at = token.lastIndexOf('.') + 10;
    const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect((await me(forged)).status).toBe(401);
  });

  it('asks for one of the roles that the route names', async () => {
    const audit = async (roles: string[]) =>
      things.call('POST', '/v1/things/audit', { token: await things.token({ roles }) });
    expect((await audit(['officer'])).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await audit(['officer', 'validator'])).status).toBe(200);
  });

  it('lets anyone read a public route, knows a caller who says so, and still refuses a bad token there', async () => {
    const greet = (token?: string) => things.call('GET', '/v1/things/greeting', token === undefined ? {} : { token });
    expect((await greet()).body).toEqual({ id: 'nobody' });
    expect((await greet(await things.token({ sub: 'person-2' }))).body).toEqual({ id: 'person-2' });
    expect((await greet('nonsense')).status).toBe(401);
  });
});

describe('the issuer is down', () => {
  const leftovers = new Leftovers();
  afterEach(() => leftovers.clear());

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jaki-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('answers 503 and not 401 at the first start ever, and works once the issuer is up', async () => {
    const things = await startThings();
    leftovers.add(() => things.stop());
    const token = await things.token();
    await things.issuer.stop();
    const down = await things.call('GET', '/v1/things/me', { token });
    expect(down.body).toMatchObject({ status: 503, code: 'keys_unavailable' });
    await things.issuer.start();
    // Not asked again at once: strangers' tokens must not make us hammer the issuer.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await things.call('GET', '/v1/things/me', { token })).status).toBe(200);
  });

  it('accepts a known token after a restart, from the keys that it kept on disk', async () => {
    const issuer = await TestIssuer.create();
    const { env, drop } = await environment(issuer);
    leftovers.add(drop);
    const full = { ...env, JWKS_CACHE_FILE: join(folder, 'keys.json') };
    const token = await issuer.token({ audience });
    const { ThingsModule } = await import('./things/things.js');
    const first = await createService(ThingsModule, { env: full });
    expect((await call(`${first.url}/v1/things/me`, 'GET', { token })).status).toBe(200);
    await first.close();
    await issuer.stop();
    const second = await createService(ThingsModule, { env: full });
    leftovers.add(() => second.close());
    expect((await call(`${second.url}/v1/things/me`, 'GET', { token })).status).toBe(200);
    const unknown = await issuer.token({ audience }, { foreignKey: true });
    expect((await call(`${second.url}/v1/things/me`, 'GET', { token: unknown })).status).toBe(401);
  });
});

@Controller('v1/forgotten')
class Forgotten {
  @Requires()
  @Get('declared')
  declared() {
    return 1;
  }

  @Get()
  open() {
    return 1;
  }
}

const forgotten = defineService({ ...definition, configType: ThingsConfig });

@Module({ imports: [PlatformModule.forService(forgotten)], controllers: [Forgotten] })
class ForgottenModule {}

describe('a route that says neither @Requires nor @Public', () => {
  const leftovers = new Leftovers();
  afterEach(() => leftovers.clear());

  it('keeps the service from starting and is named', async () => {
    const issuer = await TestIssuer.create();
    const { env, drop } = await environment(issuer);
    leftovers.add(() => issuer.stop(), drop);
    const start = createService(ForgottenModule, { env: { ...env, LOG_LEVEL: 'silent' } });
    // Should it start after all, it must not outlive the test.
    leftovers.add(() =>
      start.then(
        (service) => service.close(),
        () => undefined,
      ),
    );
    await expect(start).rejects.toThrow('these do not: Forgotten.open.');
  });
});
