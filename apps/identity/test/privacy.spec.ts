import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCity } from '@jaki/regions';
import { eventually } from '@jaki/testing';
import { seededId } from '../src/seed/data-set.js';
import { SeedDataSet } from '../src/seed/seed-data-set.js';
import { IDENTITY, type IdentityUnderTest, REPORTS, startIdentity } from './identity-under-test.js';

const CANARY = '+6281377665544';
const OPERATOR = { resource: IDENTITY, organisation: seededId('jakarta', 'operator') };

let identity: IdentityUnderTest;
let secrets: string[];
beforeAll(async () => {
  identity = await startIdentity({ LOG_LEVEL: 'trace' });
  await identity.app.get(SeedDataSet).execute(openCity());
  const registrar = await identity.login('+6281200000090', OPERATOR);
  const challenge = await identity.codeFor(CANARY);
  const guess = { grant_type: 'urn:jaki:params:oauth:grant-type:otp', phone: CANARY, resource: REPORTS };
  await identity.tokens({ ...guess, challenge_id: challenge.challenge_id, code: '000000' });
  const { body } = await identity.tokens({ ...guess, ...challenge });
  const member = { phone: CANARY, roles: ['officer'] };
  for (const path of ['members', 'members/remove', 'members']) {
    const options = { token: registrar.access_token, body: path === 'members' ? member : { phone: CANARY } };
    await identity.http.post(`/v1/organisations/${seededId('jakarta', 'dinas-sda')}/${path}`, options);
  }
  await identity.http.post('/v1/otp-challenges', { body: { phone: CANARY } });
  await identity.http.post('/v1/otp-challenges', { body: { phone: `${CANARY}999` } });
  secrets = [CANARY, body.refresh_token, body.access_token];
  await eventually(async () => expect(await identity.published()).toHaveLength(287));
});
afterAll(() => identity.close());

/** A secret as it may stand somewhere: plain, without its plus, in hex, in base64 at each of the three offsets. */
function disguises(secret: string): string[] {
  const plain = secret.replace(/^\+/, '');
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + plain).toString('base64');
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  return [plain, Buffer.from(plain).toString('hex'), ...base64];
}

function expectAbsent(haystack: string): void {
  for (const secret of secrets) {
    for (const disguise of disguises(secret)) expect(haystack.includes(disguise)).toBe(false);
  }
}

describe('a phone number and the tokens of its holder', () => {
  it('are in no log line, though requests were logged', () => {
    expect(identity.logs.length).toBeGreaterThan(5);
    expectAbsent(identity.logs.join('\n'));
  });

  it('are in no event', async () => {
    const records = await identity.records('identity.organisation.v1');
    expect(records.length).toBe(287);
    expectAbsent(JSON.stringify(records.map(({ key, headers, value }) => [key, headers, value?.toString()])));
  });

  it('are in no table in clear', async () => {
    const tables = await identity.sql<{ schema: string; name: string }>(
      `SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'messaging', 'platform')`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { schema, name } of tables) {
      const rows = await identity.sql<{ row: string }>(`SELECT t::text AS row FROM "${schema}"."${name}" t`);
      expectAbsent(rows.map(({ row }) => row).join('\n'));
    }
  });

  it('would be found if they were there', () => {
    expect(() => expectAbsent(`to ${CANARY}`)).toThrow();
    expect(() => expectAbsent(Buffer.from(`to ${CANARY} and on`).toString('base64'))).toThrow();
    expect(() => expectAbsent(Buffer.from(`to ${CANARY} and on`).toString('hex'))).toThrow();
  });
});

describe("a person's internal id", () => {
  it('is in no token, event or log line', async () => {
    const people = await identity.sql<{ id: string }>('SELECT id FROM person');
    const events = JSON.stringify(await identity.published());
    for (const { id } of people) {
      expect(events).not.toContain(id);
      expect(identity.logs.join('\n')).not.toContain(id);
      for (const token of secrets)
        expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain(id);
    }
  });
});
