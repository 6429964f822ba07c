import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { freshPhone, type IdentityUnderTest, startIdentity } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity({ RATE_LIMITS: 'off' });
});
afterAll(() => identity.close());

const CLIENTS = 16;
/** The service's pool has ten connections: more requests at once than that show whether one is missing. */
const AT_ONCE = 30;

/** As when the server dies: each session ends in the middle of whatever it does. */
async function endSessions(): Promise<void> {
  await identity.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'identity'`);
}

async function refreshAgainAndAgain(first: string, until: () => boolean, seen: Set<number>): Promise<void> {
  let token = first;
  while (!until()) {
    const { status, body, headers } = await identity.refresh(token);
    seen.add(status);
    if (status === 503)
      expect({ error: body.error, retry: headers.get('retry-after') }).toEqual({
        error: 'temporarily_unavailable',
        retry: '1',
      });
    if (status === 200) token = body.refresh_token;
    // Its commit arrived, and the answer that said so did not.
    if (status === 400) return;
  }
}

describe('while its database dies again and again under requests for tokens, identity', () => {
  it('answers 503 and never 500, and afterwards has all its connections', async () => {
    const seen = new Set<number>();
    let over = false;
    // All are let in before anything dies: a login is no part of this.
    const logins = await Promise.all(Array.from({ length: CLIENTS }, () => identity.login(freshPhone())));
    const clients = logins.map(({ refresh_token }) => refreshAgainAndAgain(refresh_token, () => over, seen));
    await sleep(200);
    for (let death = 0; death < 40; death++) {
      await endSessions();
      await sleep(40);
    }
    over = true;
    await Promise.all(clients);
    expect(seen).toContain(503);
    expect([...seen].filter((status) => ![200, 400, 503].includes(status))).toEqual([]);
    await eventually(async () => expect((await identity.http.get('/health/ready')).status).toBe(200));
    const back = await Promise.all(Array.from({ length: 3 }, () => identity.login(freshPhone())));
    const many = Array.from({ length: AT_ONCE }, (_, n) => identity.refresh(back[n % 3]!.refresh_token));
    expect((await Promise.all(many)).filter(({ status }) => status >= 500)).toEqual([]);
    const [{ held } = { held: -1 }] = await identity.sql<{ held: number }>(`SELECT count(*)::int AS held
      FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'identity' AND state <> 'idle'`);
    expect(held).toBe(0);
  });
});
