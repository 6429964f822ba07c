import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import {
  CannotStart,
  type EmbeddedKafka,
  embeddedKafka,
  type EmbeddedPostgres,
  embeddedPostgres,
} from '../src/embedded/index.js';
import { freePort, identify, isAlive, ProcessRecord } from '../src/embedded/index.js';
import { queryOnce } from '../src/embedded/query-once.js';
import { temporaryFolder } from '../src/embedded/temporary-folder.js';
import { eventually } from '../src/eventually.js';

const folder = temporaryFolder();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an embedded PostgreSQL', () => {
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    postgres = await embeddedPostgres({ folder: join(folder, 'postgres'), password: 'p@ss/word' });
  });
  afterAll(() => postgres.stop());

  it('is PostgreSQL 18, in UTC and UTF-8', async () => {
    const rows = await queryOnce(
      postgres.url,
      `select current_setting('server_version_num')::int / 10000 as version,
      current_setting('timezone') as zone, current_setting('server_encoding') as encoding, lower('É') as lower`,
    );
    expect(rows).toEqual([{ version: 18, zone: 'UTC', encoding: 'UTF8', lower: 'é' }]);
  });

  it('lets nobody in without the password', async () => {
    const wrong = new URL(postgres.url);
    wrong.password = 'guess';
    await expect(queryOnce(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps what it acknowledged when it is killed and started again', async () => {
    await queryOnce(postgres.url, 'create table kept as select 42 as answer');
    await postgres.kill();
    await expect(queryOnce(postgres.url, 'select 1')).rejects.toThrow();
    await postgres.restart();
    expect(await queryOnce(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('says in one sentence why it does not start', async () => {
    const taken = embeddedPostgres({ folder: join(folder, 'second'), port: postgres.port });
    await expect(taken).rejects.toThrow(CannotStart);
    await expect(taken).rejects.toThrow(/^postgres did not start: .+ \(see .+postgres\.log\)\.$/);
  });
});

describe('an embedded Kafka', () => {
  let kafka: EmbeddedKafka;
  beforeAll(async () => {
    kafka = await embeddedKafka({ folder: join(folder, 'kafka'), sessionTimeout: 1500 });
  });
  afterAll(() => kafka.stop());
  const client = () =>
    new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING, retry: { retries: 20, maxRetryTime: 500 } });

  it('keeps what it acknowledged when it is killed and started again', async () => {
    const [admin, producer] = [client().admin(), client().producer()];
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
    await producer.connect();
    await producer.send({ topic: 'kept', acks: -1, messages: [{ key: 'a', value: 'b' }] });
    await Promise.all([admin.disconnect(), producer.disconnect()]);
    await kafka.kill();
    await kafka.restart();
    const after = client().admin();
    await after.connect();
    const offsets = await eventually(() => after.fetchTopicOffsets('kept'));
    expect(offsets).toEqual([expect.objectContaining({ partition: 0, high: '1' })]);
    await after.disconnect();
  });

  it('makes no topic by itself', async () => {
    const admin = client().admin();
    await admin.connect();
    await expect(admin.fetchTopicMetadata({ topics: ['never.made'] })).rejects.toThrow();
    await admin.disconnect();
  });
});

describe('the record of started processes', () => {
  it('lets a later owner end exactly those that an earlier one left', async () => {
    const home = join(folder, 'left');
    const postgres = await embeddedPostgres({ folder: home, durable: false });
    const left = identify(postgres.process.pid!)!;
    expect(await new ProcessRecord(home).endLeftovers(() => 'SIGQUIT')).toEqual(['postgres']);
    expect(isAlive(left)).toBe(false);
  });

  it('spares a process that only has the same number', async () => {
    const home = join(folder, 'reused');
    const stranger = spawn(process.execPath, ['--eval', 'setTimeout(() => 0, 60_000)']);
    const record = new ProcessRecord(home);
    record.add('postgres', stranger.pid!);
    const file = join(home, 'processes', 'postgres.json');
    writeFileSync(file, JSON.stringify({ pid: stranger.pid, startedAt: 'long ago' }));
    expect(await record.endLeftovers()).toEqual([]);
    expect(existsSync(file)).toBe(false);
    expect(identify(stranger.pid!)).toBeDefined();
    stranger.kill('SIGKILL');
  });
});

describe('a free port', () => {
  it('lies below those that the system gives to outgoing connections', async () => {
    expect(await freePort()).toBeLessThan(32_768);
  });
});
