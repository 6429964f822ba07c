import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { deadLetterTopic, reportFiled, reportWorkStarted } from '@jaki/contracts';
import { eventually, queryOnce, type TestDatabase, testDatabase } from '@jaki/testing';
import { type RunningSubscriber, subscribe, type SubscribeOptions, subscription } from '../src/index.js';
import { message, TestCity } from './harness.js';

describe('a service that only listens, without Nest', () => {
  const city = new TestCity();
  const folder = mkdtempSync(join(tmpdir(), 'jaki-subscribe-'));
  let database: TestDatabase;
  let running: RunningSubscriber | undefined;

  beforeAll(async () => {
    mkdirSync(join(folder, '20260101000000_seen'));
    writeFileSync(
      join(folder, '20260101000000_seen/migration.sql'),
      'CREATE TABLE seen (report_id text, channel text);',
    );
    await city.createTopics();
    database = await testDatabase([]);
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });
  afterAll(async () => {
    await Promise.all([database.drop(), city.letGo()]);
    rmSync(folder, { recursive: true });
  });

  const noteDown = subscription(reportFiled, async ({ data }, { tx }) => {
    await sql`INSERT INTO seen VALUES (${data.reportId}, ${data.channel})`.execute(tx);
    if (data.channel === 'broken') throw new Error('the handler cannot do this');
  });
  const options = (changes: Partial<SubscribeOptions> = {}): SubscribeOptions => ({
    name: 'listener',
    databaseUrl: database.url,
    brokers: city.brokers,
    topicPrefix: city.prefix,
    migrations: pathToFileURL(folder),
    on: [noteDown],
    logLevels: [],
    ...changes,
  });
  const query = (text: string, values: unknown[] = []) => queryOnce<Record<string, string>>(database.url, text, values);
  const seen = async (reportId: string) => query('SELECT channel FROM seen WHERE report_id = $1', [reportId]);

  it('brings its own tables and ours up to date, and handles each event once, however many copies arrive', async () => {
    const [before, after] = [message(reportFiled), message(reportFiled)];
    await city.produce([before, before]);
    running = await subscribe(options());
    await city.produce([before, after, after, before]);
    await eventually(async () => {
      expect(await seen(after.key)).toEqual([{ channel: 'app' }]);
    });
    expect(await seen(before.key)).toEqual([{ channel: 'app' }]);
    expect(running.health.ready()).toBe(true);
  });

  it('gives up in time what would hold a session of its database for ever', async () => {
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'];
    const found: Record<string, string> = {};
    const look = subscription(reportFiled, async (_, { tx }) => {
      for (const limit of limits) {
        const { rows } = await sql<{ value: string }>`SELECT current_setting(${limit}) AS value`.execute(tx);
        found[limit] = rows[0]!.value;
      }
    });
    running = await subscribe(options({ on: [look] }));
    await city.produce([message(reportFiled)]);
    await eventually(() => {
      expect(Object.keys(found)).toEqual(limits);
    });
    expect(Object.values(found)).toEqual(['10s', '5s', '15s', '30s']);
  });

  it('buries what its handler cannot do, and says so on a topic of its own, which it has made', async () => {
    running = await subscribe(options());
    const broken = message(reportFiled);
    broken.value = JSON.stringify({ ...JSON.parse(broken.value), channel: 'broken' });
    await city.produce([broken]);
    await eventually(async () => {
      expect(await city.read(deadLetterTopic('listener').name)).toHaveLength(1);
    });
    expect(await seen(broken.key)).toEqual([]);
  });

  it('goes on where it stopped, and lets the process end when it has stopped', async () => {
    running = await subscribe(options());
    await running.stop();
    const meanwhile = message(reportFiled);
    await city.produce([meanwhile]);
    expect(await query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'listener'")).toEqual([]);
    running = await subscribe(options());
    await eventually(async () => {
      expect(await seen(meanwhile.key)).toHaveLength(1);
    });
  });

  it('does not start with two handlers of one type, or without its database or Kafka', async () => {
    const twice = [noteDown, subscription(reportWorkStarted, async () => Promise.resolve()), noteDown];
    await expect(subscribe(options({ on: twice }))).rejects.toThrow('reports.report.filed.v1 has two handlers');
    const nowhere = new URL(database.url);
    nowhere.port = '1';
    await expect(subscribe(options({ databaseUrl: nowhere.href }))).rejects.toThrow('ECONNREFUSED');
    await expect(subscribe(options({ brokers: ['127.0.0.1:1'] }))).rejects.toThrow(/ECONNREFUSED|Connection error/);
  });
});
