import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type EmbeddedKafka, embeddedKafka, eventually, temporaryFolder } from '@jaki/testing';
import { Outbox } from '../src/index.js';
import { WakeUp } from '../src/outbox/wake-up.js';
import { flood } from './flood.js';
import { TestCity, TestService, workStarted } from './harness.js';
import { Program } from './process.js';

describe('a service that is told to end', () => {
  const folder = temporaryFolder();
  let broker: EmbeddedKafka;
  let city: TestCity;
  let service: TestService;

  beforeAll(async () => {
    broker = await embeddedKafka({ folder, sessionTimeout: 1500 });
    city = new TestCity(broker.brokers);
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const programs: Program[] = [];
  const start = async (until: 'started' | 'joined') => {
    const program = new Program(service);
    programs.push(program);
    await program.says(until);
    return program;
  };
  afterAll(() => {
    for (const { child } of programs) child.kill('SIGKILL');
  });

  it('ends in order', async () => {
    const program = await start('joined');
    expect(await program.end()).toEqual({ code: 0, signal: null });
    expect(await city.membersOf('notifications')).toEqual([]);
  });

  it('ends in order in the middle of a flood: Kafka knows how far it got, and nothing keeps the process', async () => {
    await flood(city, { events: 20_000, reports: 100 });
    const program = await start('joined');
    await eventually(async () => expect((await service.effects()).length).toBeGreaterThan(200), { within: 30_000 });
    expect(await program.end()).toEqual({ code: 0, signal: null });
    const effects = (await service.effects()).length;
    expect(effects).toBeLessThan(20_000);
    // One that takes long enough to be parked is told of by the inbox alone: at most one a partition.
    expect(effects - (await city.committedBy('notifications'))).toBeLessThanOrEqual(2);
    expect(await city.membersOf('notifications')).toEqual([]);
  });

  it('ends in order when Kafka was killed', async () => {
    const program = await start('joined');
    await broker.kill();
    await sleep(2_000);
    expect(await program.end()).toEqual({ code: 0, signal: null });
    await broker.restart();
  });

  it('ends in order when it never met a Kafka', async () => {
    await broker.kill();
    const program = await start('started');
    await sleep(2_000);
    expect(await program.end()).toEqual({ code: 0, signal: null });
    await broker.restart();
  });

  it('lets go of its database within 15 s also when Kafka is there but does not answer', async () => {
    const program = await start('joined');
    const kafka = broker.process.slot;
    await announce();
    await eventually(async () => expect(await waiting()).toBe(0));
    kafka.signal('SIGSTOP');
    await announce();
    await sleep(1_000);
    program.child.kill('SIGTERM');
    await program.says('closed', 15_000);
    kafka.signal('SIGCONT');
  });

  async function waiting(): Promise<number> {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM messaging.outbox`.execute(service.db);
    return rows[0]!.n;
  }

  /** Writes an event as the program itself would, for the program to send. */
  async function announce(): Promise<void> {
    const outbox = new Outbox('reports', new WakeUp());
    await service.db.transaction().execute((tx) => outbox.add(tx, [workStarted(randomUUID(), 1)]));
  }
});
