import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import pg from 'pg';
import { reportFiled, topics } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { createTopics } from '@jaki/messaging';
import {
  eventMessage,
  eventually,
  freshTopicPrefix,
  stackAddresses,
  type TestDatabase,
  testDatabase,
} from '@jaki/testing';
import { packLibraries } from '../packages/pack.js';
import { compile, example, install, OWN_CODE, start } from './stranger.js';

const EVENTS = 2_000;
const REGIONS = ['31.71.01.1001', '31.72.02.1002', '31.73.03.1003'];

describe('a stranger’s service, installed from tarballs in an empty folder', () => {
  const [tarballs, folder] = [
    mkdtempSync(join(tmpdir(), 'jaki-tarballs-')),
    mkdtempSync(join(tmpdir(), 'jaki-stranger-')),
  ];
  const brokers = stackAddresses().brokers.split(',');
  const prefix = freshTopicPrefix();
  const kafka = new Kafka({ brokers, clientId: 'city', logLevel: logLevel.NOTHING });
  const lines: string[] = [];
  let database: TestDatabase;
  let pool: pg.Pool;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    await install(folder, await packLibraries(tarballs));
    database = await testDatabase([]);
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    await createTopics(
      brokers,
      topics.map((topic) => ({ ...topic, partitions: 3 })),
      prefix,
    );
  }, 300_000);
  afterAll(async () => {
    child?.kill('SIGKILL');
    for (const each of [tarballs, folder]) rmSync(each, { recursive: true });
    await pool.end();
    await database.drop();
  });

  const run = () => {
    const env = { DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: prefix };
    child = start(folder, env, lines);
  };
  const effects = async () => {
    const { rows } = await pool
      .query<{ code: string; filed: number }>('SELECT code, filed FROM region')
      .catch(() => ({ rows: [] }));
    return new Map(rows.map(({ code, filed }) => [code, filed]));
  };
  const total = async () => [...(await effects()).values()].reduce((sum, filed) => sum + filed, 0);
  const killAfter = async (count: number) => {
    await eventually(async () => expect(await total()).toBeGreaterThanOrEqual(count), { within: 60_000, every: 5 });
    const ended = once(child!, 'exit');
    child!.kill('SIGKILL');
    await ended;
    return total();
  };

  it('is under 40 lines of its own', () => {
    const own = OWN_CODE.map((file) => readFileSync(join(example, file), 'utf8').trimEnd().split('\n').length);
    expect(own.reduce((sum, count) => sum + count)).toBeLessThan(40);
  });

  it('is the code that the tutorial shows', () => {
    const tutorial = readFileSync(join(example, '../../docs/tutorial-subscriber.md'), 'utf8');
    for (const file of OWN_CODE) expect(tutorial).toContain(readFileSync(join(example, file), 'utf8').trim());
  });

  it('compiles against the types in the packages', async () => {
    await compile(folder);
  });

  it('has one effect per event though each comes twice and it is killed twice on the way', async () => {
    const expected = await publishTwice(kafka, prefix);
    run();
    for (const count of [EVENTS / 5, EVENTS / 2]) {
      const done = await killAfter(count);
      expect(done).toBeGreaterThanOrEqual(count);
      expect(done).toBeLessThan(EVENTS);
      run();
    }
    await eventually(async () => expect(await lag(kafka, prefix)).toBe(0), { within: 90_000, every: 200 });
    expect(await effects()).toEqual(expected);
    const { rows } = await pool.query(
      'SELECT (SELECT count(*)::int FROM messaging.inbox) AS once, (SELECT count(*)::int FROM messaging.dead_letter) AS dead',
    );
    expect(rows).toEqual([{ once: EVENTS, dead: 0 }]);
  }, 180_000);

  it('ends in order when it is told to', async () => {
    const ended = once(child!, 'exit');
    child!.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(lines.join('')).not.toMatch(/error/i);
  });
});

/** Files reports in three regions, each event twice, the copies a good while later. @returns how many in each region */
async function publishTwice(kafka: Kafka, prefix: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const messages = Array.from({ length: EVENTS }, (_, index): Message => {
    const region = REGIONS[index % REGIONS.length]!;
    counts.set(region, (counts.get(region) ?? 0) + 1);
    const data = { ...reportFiled.sample, reportId: newId(), region };
    const { message } = eventMessage(reportFiled, data, { sequence: 1 });
    return { ...message, headers: { ...message.headers } };
  });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for (const part of [messages.slice(0, EVENTS / 2), messages, messages.slice(EVENTS / 2)]) {
    await producer.send({ topic: `${prefix}reports.report.v1`, acks: -1, messages: part });
  }
  await producer.disconnect();
  return counts;
}

/** How many messages of the report topic the stranger has not committed yet. */
async function lag(kafka: Kafka, prefix: string): Promise<number> {
  const topic = `${prefix}reports.report.v1`;
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  const [committed] = await admin.fetchOffsets({ groupId: `${prefix}city-map`, topics: [topic] });
  await admin.disconnect();
  const done = new Map(committed!.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]));
  return ends.reduce((sum, { partition, high }) => sum + Number(high) - (done.get(partition) ?? 0), 0);
}
