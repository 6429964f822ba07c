import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { OTP_GRANT } from '../src/oidc/clients.js';
import { freshPhone, type IdentityUnderTest, REPORTS, startIdentity } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.close());

const ask = (phone: unknown) => identity.http.post<Record<string, unknown>>('/v1/otp-challenges', { body: { phone } });
const guess = (parameters: Record<string, string>) =>
  identity.tokens({ grant_type: OTP_GRANT, resource: REPORTS, ...parameters });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

describe('asking for a code', () => {
  it('gives the challenge, its end and when to ask again, and sends a message', async () => {
    const phone = freshPhone();
    const { status, body } = await ask(phone);
    const now = identity.clock.now().getTime();
    expect(status).toBe(202);
    expect(body).toEqual({
      challengeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expiresAt: new Date(now + 300_000).toISOString(),
      resendAfter: new Date(now + 30_000).toISOString(),
    });
    await eventually(() => {
      expect(identity.sms.to(phone)).toEqual([expect.objectContaining({ text: expect.stringMatching(/^\d{6} /) })]);
    });
  });

  it('sends one message for one Idempotency-Key, and two callers may choose the same', async () => {
    const [one, other] = [freshPhone(), freshPhone()];
    const headers = { 'idempotency-key': 'code' };
    const send = (phone: string) => identity.http.post<object>('/v1/otp-challenges', { body: { phone }, headers });
    const [first, again, foreign] = [await send(one), await send(one), await send(other)];
    expect([first.status, again.status, foreign.status]).toEqual([202, 202, 202]);
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
    await eventually(() => {
      expect([identity.sms.to(one).length, identity.sms.to(other).length]).toEqual([1, 1]);
    });
  });

  it('answers a known and an unknown phone alike, and makes nobody a person', async () => {
    const known = freshPhone();
    await identity.login(known);
    identity.clock.advance(31_000);
    const [people] = await identity.sql<{ count: bigint }>('SELECT count(*) FROM person');
    const [one, other] = [await ask(known), await ask(freshPhone())];
    expect([one.status, Object.keys(one.body)]).toEqual([other.status, Object.keys(other.body)]);
    expect([...one.headers.keys()]).toEqual([...other.headers.keys()]);
    expect(await identity.sql('SELECT count(*) FROM person')).toEqual([people]);
  });

  it('refuses what is no phone number without repeating it', async () => {
    const { status, body } = await ask('0812-not-a-number');
    expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'phone_not_valid' });
    expect(JSON.stringify(body)).not.toContain('0812-not');
    expect((await ask(42)).status).toBe(400);
    expect((await ask('+62812\u00000001')).status).toBe(400);
  });

  it.each([
    ['021 555 0100', 'phone_not_mobile'],
    ['0809 123 4567', 'phone_not_mobile'],
    ['+1 202 555 0101', 'phone_country_not_served'],
    ['110', 'phone_not_valid'],
  ])('is refused for %s, which no message goes to', async (phone, code) => {
    const before = await identity.sql('SELECT count(*) FROM otp_challenge');
    expect(await ask(phone)).toMatchObject({ status: 422, body: { code } });
    expect(await identity.sql('SELECT count(*) FROM otp_challenge')).toEqual(before);
  });

  it('counts a number as the same however it is written', async () => {
    const phone = freshPhone();
    expect((await ask(phone.replace('+', '00'))).status).toBe(202);
    expect((await ask(phone.replace('+62', '0'))).body).toMatchObject({ code: 'too_many_codes' });
    await eventually(() => {
      expect(identity.sms.to(phone)).toHaveLength(1);
    });
  });

  it('is refused within the resend delay, saying how long to wait', async () => {
    const phone = freshPhone();
    await ask(phone);
    identity.clock.advance(10_000);
    const { status, body, headers } = await ask(phone.replace('+62', '0'));
    expect({ status, code: body['code'], wait: headers.get('retry-after') }).toEqual({
      status: 429,
      code: 'too_many_codes',
      wait: '20',
    });
    identity.clock.advance(20_000);
    expect((await ask(phone)).status).toBe(202);
  });
});

describe('a code', () => {
  it('logs in once', async () => {
    const phone = freshPhone();
    const challenge = await identity.codeFor(phone);
    expect((await guess({ phone, ...challenge })).status).toBe(200);
    expect((await guess({ phone, ...challenge })).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('logs in once when it is used at the same moment', async () => {
    const phone = freshPhone();
    const challenge = await identity.codeFor(phone);
    const answers = await Promise.all([1, 2, 3].map(() => guess({ phone, ...challenge })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  it('is refused after five guesses, even the right one, however they end', async () => {
    const phone = freshPhone();
    const { challenge_id, code } = await identity.codeFor(phone);
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await guess({ phone, challenge_id, code: wrong(code) })).status).toBe(400);
    }
    expect((await guess({ phone, challenge_id, code })).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('counts guesses that are made at the same moment', async () => {
    const phone = freshPhone();
    const { challenge_id, code } = await identity.codeFor(phone);
    await Promise.all(Array.from({ length: 20 }, () => guess({ phone, challenge_id, code: wrong(code) })));
    expect(await identity.sql('SELECT attempts FROM otp_challenge WHERE id = $1', [challenge_id])).toEqual([
      { attempts: 5 },
    ]);
  });

  it('works at the fourth guess', async () => {
    const phone = freshPhone();
    const { challenge_id, code } = await identity.codeFor(phone);
    for (let attempt = 1; attempt <= 4; attempt++) await guess({ phone, challenge_id, code: wrong(code) });
    expect((await guess({ phone, challenge_id, code })).status).toBe(200);
  });

  it('works for five minutes and no longer', async () => {
    const [early, late] = [freshPhone(), freshPhone()];
    const [inTime, tooLate] = [await identity.codeFor(early), await identity.codeFor(late)];
    identity.clock.advance(299_999);
    expect((await guess({ phone: early, ...inTime })).status).toBe(200);
    identity.clock.advance(1);
    expect((await guess({ phone: late, ...tooLate })).status).toBe(400);
  });

  it('is not used up by a request that fails for another reason', async () => {
    const phone = freshPhone();
    const challenge = await identity.codeFor(phone);
    const refused = await guess({ phone, ...challenge, resource: 'urn:jaki:elsewhere' });
    expect(refused.body).toMatchObject({ error: 'invalid_target' });
    expect((await guess({ phone, ...challenge })).status).toBe(200);
  });

  it('gives the same refusal for a wrong code, another phone, an unknown challenge and no number at all', async () => {
    const phone = freshPhone();
    const { challenge_id, code } = await identity.codeFor(phone);
    const answers = [
      await guess({ phone, challenge_id, code: wrong(code) }),
      await guess({ phone: freshPhone(), challenge_id, code }),
      await guess({ phone, challenge_id: '0199c1f0-0000-7000-8000-000000000001', code }),
      await guess({ phone, challenge_id: 'x', code }),
      await guess({ phone: 'x', challenge_id, code }),
    ];
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]!.body).toEqual({ error: 'invalid_grant', error_description: 'grant request is invalid' });
  });

  it('needs all its parameters', async () => {
    const { status, body } = await guess({ phone: freshPhone(), code: '123456' });
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' });
  });
});

describe('a text message', () => {
  /** It is taken before it is sent, and put off only after the gateway has answered. */
  const refusedOnce = () =>
    eventually(async () => {
      const again = new Date(identity.clock.now().getTime() + 1_000);
      const rows = await identity.sql('SELECT attempts, next_attempt_at FROM sms_message');
      expect(rows).toEqual([{ attempts: 1, next_attempt_at: again }]);
    });

  it('is sent after a crash or an outage of the gateway, and its row is ciphertext until then', async () => {
    const phone = freshPhone();
    identity.sms.refuses = true;
    const before = identity.sms.messages.length;
    expect((await ask(phone)).status).toBe(202);
    const rows = await identity.sql<Record<string, Buffer>>('SELECT * FROM sms_message');
    expect(rows).toHaveLength(1);
    const bytes = Buffer.concat([rows[0]!['recipient_ciphertext']!, rows[0]!['text_ciphertext']!]).toString('latin1');
    expect(bytes).not.toContain(phone.slice(3));
    expect(bytes).not.toMatch(/JAKI/);
    await refusedOnce();
    identity.sms.refuses = false;
    identity.clock.advance(2_000);
    await eventually(() => expect(identity.sms.messages).toHaveLength(before + 1));
    await eventually(async () => expect(await identity.sql('SELECT 1 FROM sms_message')).toEqual([]));
  });

  it('is dropped when its code has expired meanwhile', async () => {
    const phone = freshPhone();
    identity.sms.refuses = true;
    await ask(phone);
    await refusedOnce();
    identity.clock.advance(300_000);
    identity.sms.refuses = false;
    await eventually(async () => expect(await identity.sql('SELECT 1 FROM sms_message')).toEqual([]));
    expect(identity.sms.to(phone)).toEqual([]);
  });

  it('is not waited for by who asks for a code', async () => {
    let answer = () => {};
    identity.sms.waits = new Promise((resolve) => (answer = resolve));
    const asked = performance.now();
    const { status } = await ask(freshPhone());
    const took = performance.now() - asked;
    const waiting = await identity.sql('SELECT 1 FROM sms_message');
    answer();
    // The gateway would have been given up after five seconds.
    expect({ status, waiting: waiting.length, atOnce: took < 4_000 }).toEqual({
      status: 202,
      waiting: 1,
      atOnce: true,
    });
  });
});
