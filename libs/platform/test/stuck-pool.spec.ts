import { afterAll, describe, expect, it } from '@jest/globals';
import { stackAddresses } from '@jaki/testing';
import { watchPool } from '../src/data/stuck-pool.js';
import { createPool } from '../src/index.js';
import { STUCK_FOR } from '../src/operations/health.js';
import { startThings } from './things/start.js';

const MINUTE = 60_000;

describe('a pool', () => {
  const pool = createPool(stackAddresses().databaseUrl, { size: 2 });
  let now = 0;
  const stuckFor = watchPool(pool, () => now);
  afterAll(() => pool.end());

  it('is stuck when all its connections are out and none moves for a minute, and no longer when one comes back', async () => {
    const [first, second] = [await pool.connect(), await pool.connect()];
    expect(stuckFor()).toBe(0);
    now += MINUTE + 1;
    expect(stuckFor()).toBe(MINUTE + 1);
    first.release();
    expect(stuckFor()).toBe(0);
    now += 2 * MINUTE;
    expect(stuckFor()).toBe(0);
    second.release();
  });

  it('that is stuck fails the check of life, which restarts the service', async () => {
    const stuck = { milliseconds: 0 };
    const things = await startThings({ providers: [{ provide: STUCK_FOR, useValue: () => stuck.milliseconds }] });
    try {
      expect(await things.call('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
      stuck.milliseconds = MINUTE;
      expect(await things.call('GET', '/health/live')).toMatchObject({ status: 503, body: { status: 'stuck' } });
    } finally {
      await things.stop();
    }
  });
});
