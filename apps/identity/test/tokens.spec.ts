import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactDecrypt, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { seededId } from '../src/seed/data-set.js';
import {
  freshPhone,
  IDENTITY,
  type IdentityUnderTest,
  NOTIFICATIONS,
  REPORTS,
  startBeside,
  startIdentity,
  type TokenAnswer,
} from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.close());

const claimsOf = ({ access_token }: TokenAnswer) => decodeJwt<JWTPayload & Record<string, string>>(access_token);
const open = async (seal: string) => {
  const { plaintext } = await compactDecrypt(seal, identity.sealKey);
  return JSON.parse(Buffer.from(plaintext).toString()) as Record<string, unknown>;
};
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

/** Three tokens of one login, one for each service. */
async function threeTokens(phone: string): Promise<Record<'reports' | 'identity' | 'notifications', TokenAnswer>> {
  const reports = await identity.login(phone);
  const second = await identity.refresh(reports.refresh_token, { resource: IDENTITY });
  const third = await identity.refresh(second.body.refresh_token, { resource: NOTIFICATIONS });
  return { reports, identity: second.body, notifications: third.body };
}

describe('an access token', () => {
  it('is an at+jwt signed with RS256 by the published key, for one service, for ten minutes', async () => {
    const { access_token, expires_in } = await identity.login(freshPhone());
    const keys = createRemoteJWKSet(new URL(`${identity.url}/oauth/jwks`));
    const rules = { issuer: identity.url, audience: REPORTS, typ: 'at+jwt', algorithms: ['RS256'] };
    const { payload } = await jwtVerify(access_token, keys, rules);
    expect(decodeProtectedHeader(access_token)).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: 'sign-1' });
    expect(payload.exp! - payload.iat!).toBe(600);
    expect(expires_in).toBe(600);
  });

  it('of a citizen says exactly this', async () => {
    const claims = claimsOf(await identity.login(freshPhone()));
    expect(claims).toEqual({
      iss: identity.url,
      aud: REPORTS,
      sub: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      client_id: 'jaki-app',
      iat: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
      sid: expect.any(String),
      acr: 'L1',
      recipient: expect.any(String),
    });
  });

  it('of the same person at the next login has the same subject and another session', async () => {
    const phone = freshPhone();
    const first = claimsOf(await identity.login(phone));
    identity.clock.advance(31_000);
    const second = claimsOf(await identity.login(phone));
    expect(second.sub).toBe(first.sub);
    expect(second['sid']).not.toBe(first['sid']);
  });

  it('shares with those for other services nothing but issuer, times, level and client', async () => {
    const tokens = Object.values(await threeTokens(freshPhone()));
    const shared = new Set(['iss', 'iat', 'exp', 'acr', 'client_id']);
    const values = tokens.flatMap((token) =>
      Object.entries(claimsOf(token))
        .filter(([name]) => !shared.has(name))
        .map(([, value]) => value),
    );
    expect(new Set(values).size).toBe(values.length);
    const subjects = [...tokens.map((token) => claimsOf(token).sub), decodeJwt(tokens[0]!.id_token).sub];
    expect(new Set(subjects).size).toBe(4);
    for (const token of tokens) expect(claimsOf(token)).not.toHaveProperty('auth_time');
  });

  it("opens for its reader to the person's id in notifications and the one service that may use it", async () => {
    const { reports, notifications } = await threeTokens(freshPhone());
    const seal = claimsOf(reports)['recipient']!;
    expect(await open(seal)).toEqual({ rid: claimsOf(notifications).sub, src: 'reports', v: 1 });
    expect(decodeProtectedHeader(seal)).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'seal-1' });
  });

  it('has another seal each time, and none for identity and notifications', async () => {
    const tokens = await threeTokens(freshPhone());
    const again = await identity.refresh(tokens.notifications.refresh_token);
    expect(claimsOf(again.body)['recipient']).not.toBe(claimsOf(tokens.reports)['recipient']);
    expect(claimsOf(tokens.identity)).not.toHaveProperty('recipient');
    expect(claimsOf(tokens.notifications)).not.toHaveProperty('recipient');
  });

  it('is not given for a service that the client may not ask for, or for none', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    const refused = await identity.refresh(refresh_token, { resource: 'urn:jaki:marketplace' });
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
    const unnamed = await identity.tokens({ grant_type: 'refresh_token', refresh_token });
    expect(unnamed).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
    const answer = await identity.refresh(refresh_token);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('scope');
  });

  it('for identity opens identity, and one for reports does not', async () => {
    const tokens = await threeTokens(freshPhone());
    const me = await identity.http.get('/v1/me', { token: tokens.identity.access_token });
    expect(me).toMatchObject({ status: 200, body: { id: claimsOf(tokens.identity).sub, memberships: [] } });
    const foreign = await identity.http.get('/v1/me', { token: tokens.reports.access_token });
    expect(foreign).toMatchObject({ status: 401, body: { code: 'wrong_audience' } });
  });
});

describe('one request for several services', () => {
  const ALL = [REPORTS, IDENTITY, NOTIFICATIONS];
  const claimsIn = (answer: TokenAnswer): Record<string, JWTPayload> =>
    Object.fromEntries(
      Object.entries(answer.access_tokens!).map(([service, { access_token }]) => [service, decodeJwt(access_token)]),
    );

  it('gives a token for each, at login as at a refresh, and opens what it is for', async () => {
    const login = await identity.login(freshPhone(), { resource: ALL });
    const refreshed = (await identity.refresh(login.refresh_token, { resource: ALL.toReversed() })).body;
    for (const answer of [login, refreshed]) {
      expect(Object.keys(answer.access_tokens!).sort()).toEqual(ALL.toSorted());
      for (const [service, { aud }] of Object.entries(claimsIn(answer))) expect(aud).toBe(service);
      for (const token of Object.values(answer.access_tokens ?? {}))
        expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    }
    expect(login.access_token).toBe(login.access_tokens![REPORTS]!.access_token);
    expect(refreshed.access_token).toBe(refreshed.access_tokens![NOTIFICATIONS]!.access_token);
    const token = login.access_tokens![IDENTITY]!.access_token;
    expect((await identity.http.get('/v1/me', { token })).status).toBe(200);
  });

  it('gives tokens that share nothing but issuer, times, level and client, and are as those asked for alone', async () => {
    const phone = freshPhone();
    const together = claimsIn(await identity.login(phone, { resource: ALL }));
    const shared = new Set(['iss', 'iat', 'exp', 'acr', 'client_id']);
    const values = Object.values(together).flatMap((claims) =>
      Object.entries(claims).flatMap(([name, value]) => (shared.has(name) ? [] : [value])),
    );
    expect(new Set(values).size).toBe(values.length);
    identity.clock.advance(31_000);
    const alone = await threeTokens(phone);
    for (const [service, { sub }] of Object.entries(together))
      expect(sub).toBe(claimsOf(alone[service.split(':')[2] as keyof typeof alone]).sub);
    expect(Object.keys(together[REPORTS]!).sort()).toEqual(Object.keys(claimsOf(alone.reports)).sort());
  });

  it('acts for one organisation in all of them, or is refused for all', async () => {
    const organisation = crypto.randomUUID();
    const { refresh_token } = await identity.login(freshPhone());
    const refused = await identity.refresh(refresh_token, { resource: ALL, organisation });
    expect(refused).toMatchObject({ status: 400, body: { error: 'access_denied' } });
    expect((await identity.refresh(refresh_token)).status).toBe(200);
  });

  it('that come at once with one refresh token have one winner, whose session goes on', async () => {
    for (let round = 1; round <= 5; round++) {
      const { refresh_token } = await identity.login(freshPhone());
      const answers = await Promise.all([1, 2, 3].map(() => identity.refresh(refresh_token, { resource: ALL })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      const winner = answers.find(({ status }) => status === 200)!;
      expect((await identity.refresh(winner.body.refresh_token, { resource: ALL })).status).toBe(200);
    }
  });

  it.each([
    ['one that the client may not ask for', [REPORTS, 'urn:jaki:marketplace']],
    ['one twice', [REPORTS, IDENTITY, REPORTS]],
    ['one without a name', ['', '']],
  ])('is refused as a whole for %s, and uses nothing up', async (_what, resource) => {
    const phone = freshPhone();
    const challenge = await identity.codeFor(phone);
    const login = { grant_type: 'urn:jaki:params:oauth:grant-type:otp', phone, ...challenge };
    const refused = { status: 400, body: { error: 'invalid_target', error_description: expect.any(String) } };
    expect(await identity.tokens({ ...login, resource })).toMatchObject(refused);
    const { body } = await identity.tokens({ ...login, resource: ALL });
    expect(await identity.refresh(body.refresh_token, { resource })).toMatchObject(refused);
    expect((await identity.refresh(body.refresh_token, { resource: ALL })).status).toBe(200);
  });
});

describe('an id_token', () => {
  it('is for the client, with its own subject and no time of login', async () => {
    const { id_token } = await identity.login(freshPhone());
    expect(decodeJwt(id_token)).toEqual({
      iss: identity.url,
      aud: 'jaki-app',
      sub: expect.any(String),
      acr: 'L1',
      amr: ['sms'],
      iat: expect.any(Number),
      exp: expect.any(Number),
    });
  });
});

describe('a refresh token', () => {
  it('used three times at once has one winner, and the session goes on', async () => {
    for (let round = 1; round <= 5; round++) {
      const { refresh_token } = await identity.login(freshPhone());
      const answers = await Promise.all([1, 2, 3].map(() => identity.refresh(refresh_token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      const winner = answers.find(({ status }) => status === 200)!;
      expect((await identity.refresh(winner.body.refresh_token)).status).toBe(200);
    }
  });

  it('used again within ten seconds is refused, and the session goes on', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    const next = await identity.refresh(refresh_token);
    identity.clock.advance(9_999);
    expect(await identity.refresh(refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await identity.refresh(next.body.refresh_token)).status).toBe(200);
  });

  it('used again later ends the session, also for its rightful holder', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    const next = await identity.refresh(refresh_token);
    identity.clock.advance(10_000);
    expect(await identity.refresh(refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await identity.refresh(next.body.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('is in the database as a hash only', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    const rows = await identity.sql('SELECT * FROM oidc_artifact');
    expect(JSON.stringify(rows)).not.toContain(refresh_token);
  });

  it('that is revoked ends the session', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    const next = await identity.refresh(refresh_token);
    const body = new URLSearchParams({ client_id: 'jaki-app', token: next.body.refresh_token });
    expect((await identity.http.post('/oauth/revocation', { body })).status).toBe(200);
    expect((await identity.refresh(next.body.refresh_token)).status).toBe(400);
  });

  it('of somebody who was erased is refused', async () => {
    const tokens = await identity.login(freshPhone(), { resource: IDENTITY });
    await identity.sql('DELETE FROM person WHERE identity_subject = $1', [claimsOf(tokens).sub]);
    const answer = await identity.refresh(tokens.refresh_token);
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

describe('a channel account', () => {
  const ask = (parameters: Record<string, string>, secret = identity.channelSecret) =>
    identity.tokens({ grant_type: 'client_credentials', ...parameters }, basic('petabencana', secret));

  it('gets a token with its channel, a subject and a seal of its own', async () => {
    const answer = await ask({ resource: REPORTS });
    const claims = claimsOf(answer.body);
    expect(claims).toEqual({
      iss: identity.url,
      aud: REPORTS,
      sub: expect.stringMatching(/^[0-9a-f-]{13}-8/),
      client_id: 'petabencana',
      iat: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
      acr: 'L0',
      roles: ['channel'],
      channel: 'petabencana',
      recipient: expect.any(String),
    });
    const inbox = claimsOf((await ask({ resource: NOTIFICATIONS })).body);
    expect(await open(claims['recipient']!)).toEqual({ rid: inbox.sub, src: 'reports', v: 1 });
  });

  it('is refused a service that is not its affair, an organisation and a wrong secret', async () => {
    expect(await ask({ resource: IDENTITY })).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
    const organisation = seededId('jakarta', 'dinas-sda');
    expect(await ask({ resource: REPORTS, organisation })).toMatchObject({ status: 400 });
    expect(await ask({ resource: REPORTS }, 'guess')).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('cannot use the grant of our app, nor our app the account', async () => {
    const headers = basic('petabencana', identity.channelSecret);
    const grant_type = 'urn:jaki:params:oauth:grant-type:otp';
    expect((await identity.tokens({ grant_type, resource: REPORTS }, headers)).status).toBe(400);
    expect((await identity.tokens({ grant_type: 'client_credentials', resource: REPORTS })).status).toBe(400);
  });
});

describe('a membership that grants a role which no service knows', () => {
  it('stops the start of identity, by its name', async () => {
    const { access_token } = await identity.login(freshPhone(), { resource: IDENTITY });
    const [person] = await identity.sql<{ id: string }>('SELECT id FROM person WHERE identity_subject = $1', [
      decodeJwt(access_token).sub,
    ]);
    const organisation = crypto.randomUUID();
    await identity.sql(
      `INSERT INTO organisation (id, name, kind, regions, categories, version, created_at, updated_at)
      VALUES ($1, 'Odd', 'agency', '{31}', '{}', 1, now(), now())`,
      [organisation],
    );
    await identity.sql(
      `INSERT INTO membership (person_id, organisation_id, roles, created_at) VALUES ($1, $2, '{officer,emperor}', now())`,
      [person!.id, organisation],
    );
    await expect(startBeside(identity)).rejects.toThrow('roles that no service knows: emperor');
  });
});

describe('token requests', () => {
  it('are given so many an hour to one person, then refused without using the refresh token up', async () => {
    const busy = await startIdentity({ RATE_LIMITS: 'request_tokens:citizen=3/3600' });
    try {
      const phone = freshPhone();
      let { refresh_token } = await busy.login(phone);
      for (let n = 0; n < 2; n += 1) ({ refresh_token } = (await busy.refresh(refresh_token)).body);
      const refused = await busy.refresh(refresh_token);
      expect([refused.status, refused.body.error]).toEqual([429, 'too_many_requests']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(600);
      // Another person has a quota of their own.
      expect((await busy.login(freshPhone())).access_token).toBeDefined();
      await busy.sql(`UPDATE platform.rate_limit SET full_at = full_at - interval '1 hour'`);
      expect((await busy.refresh(refresh_token)).status).toBe(200);
    } finally {
      await busy.close();
    }
  });
});
