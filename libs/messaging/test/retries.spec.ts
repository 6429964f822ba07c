import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { listDeadLetters } from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { NoteWorkStarted, scripts } from './scripted.js';

describe('an event that cannot be handled just now', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    await service.start(NoteWorkStarted);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const effectsOf = async (eventId: string) => (await service.effects()).filter(({ event_id }) => event_id === eventId);
  const expectOneEffect = (eventId: string, within = 10_000) =>
    eventually(
      async () => {
        expect(await effectsOf(eventId)).toHaveLength(1);
      },
      { within },
    );

  it('is tried until the database is back, more than five times, and then has its effect once', async () => {
    const event = message(reportWorkStarted);
    let tries = 0;
    scripts.set(event.headers.ce_id, async ({ tx }) => {
      if (++tries < 8) await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await city.produce([event]);
    await expectOneEffect(event.headers.ce_id, 25_000);
    expect(tries).toBe(8);
    expect(await listDeadLetters(service.db)).toEqual([]);
    expect(await service.registry.metrics()).toContain('consumer_retry_total{reason="outage"} 7');
  });

  it('is tried again when others were in its way', async () => {
    const event = message(reportWorkStarted);
    let tries = 0;
    scripts.set(event.headers.ce_id, async ({ tx }) => {
      if (++tries < 3)
        await sql`DO $$ BEGIN RAISE EXCEPTION 'lost the race' USING ERRCODE = '40001'; END $$`.execute(tx);
    });
    await city.produce([event]);
    await expectOneEffect(event.headers.ce_id);
    expect(await service.registry.metrics()).toContain('consumer_retry_total{reason="contention"} 2');
  });

  it('counts as lag until it is done', async () => {
    const event = message(reportWorkStarted);
    const [begun, held] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    scripts.set(event.headers.ce_id, async () => {
      begun.resolve(undefined);
      await held.promise;
    });
    await city.produce([event]);
    await begun.promise;
    await eventually(async () => {
      expect(await service.metric('consumer_lag')).toBe(1);
    });
    held.resolve(undefined);
    await eventually(async () => {
      expect(await service.metric('consumer_lag')).toBe(0);
    });
  });

  it('runs once though it takes longer than a pass, and does not hold up other partitions', async () => {
    const slow = message(reportWorkStarted);
    let runs = 0;
    scripts.set(slow.headers.ce_id, async () => {
      runs++;
      await sleep(6_000);
    });
    await city.produce([slow]);
    await sleep(500);
    const others = Array.from({ length: 20 }, () => message(reportWorkStarted));
    const started = Date.now();
    await city.produce(others);
    // About half of them share the slow one's partition and wait for it.
    await eventually(async () => {
      const done = new Set((await service.effects()).map(({ event_id }) => event_id));
      expect(others.filter(({ headers }) => done.has(headers.ce_id)).length).toBeGreaterThan(3);
    });
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(await effectsOf(slow.headers.ce_id)).toHaveLength(0);
    for (const { headers } of [slow, ...others]) await expectOneEffect(headers.ce_id);
    expect(runs).toBe(1);
    expect(await service.metric('inbox_duplicates_total')).toBe(0);
  });
});
