import { randomBytes, randomUUID, type UUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { reportTopic, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { listDeadLetters, replayDeadLetters } from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { Program } from './process.js';
import { NoteInOrder, scripts } from './scripted.js';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('events in order', () => {
  const city = new TestCity();
  const services: TestService[] = [];
  const aService = async () => {
    const service = await TestService.create('notifications', city, { retryDelays: [200, 400] });
    services.push(service);
    return service;
  };

  beforeAll(() => city.createTopics('notifications'));
  afterAll(async () => {
    await Promise.all([...services.map((service) => service.destroy()), city.letGo()]);
  });

  it('are neither lost nor doubled nor overtaken while two instances replay and new ones arrive', async () => {
    const service = await aService();
    for (const _ of [1, 2]) await service.start(NoteInOrder);
    const keys = Array.from({ length: 8 }, () => randomUUID());
    const rounds = upTo(20);
    for (const sequence of rounds) {
      const events = keys.map((key) => message(reportWorkStarted, { ce_sequence: String(sequence) }, key));
      // One in six fails five to eight times: some are mended by a later retry, some wait for a person.
      for (const { headers } of events) if (Math.random() < 1 / 6) failsTimes(headers.ce_id, 5 + Math.random() * 4);
      await city.produce(events);
      if (sequence % 5 === 0) await replayDeadLetters(service.db);
    }
    await eventually(
      async () => {
        await replayDeadLetters(service.db);
        expect(await listDeadLetters(service.db, { states: ['dead', 'due', 'parked'] })).toEqual([]);
        expect((await service.effects()).length).toBeGreaterThanOrEqual(keys.length * rounds.length);
      },
      { within: 50_000, every: 500 },
    );
    const effects = Map.groupBy(await service.effects(), ({ subject }) => subject);
    for (const key of keys) expect(effects.get(key)?.map(({ sequence }) => sequence)).toEqual(rounds);
    expect(await listDeadLetters(service.db)).not.toHaveLength(0);
    await service.destroy();
    services.splice(services.indexOf(service), 1);
  });

  it('follow a dead letter by the thousand, in bounded memory, also when the process is killed in the middle', async () => {
    const service = await aService();
    const key = randomUUID();
    const parked = 1_200;
    await waitInLine(service, key, parked);
    const count = async () => (await service.effects()).length;
    // Their values together are bigger than the heap, of which the program itself takes half.
    const env = { PROGRAM_HANDLER: 'NoteInOrder', NODE_OPTIONS: '--max-old-space-size=96' };
    const first = new Program(service, env);
    await eventually(async () => expect(await count()).toBeGreaterThan(parked / 4), { within: 60_000, every: 500 });
    await first.kill();
    expect(await count()).toBeLessThan(parked);
    const second = new Program(service, env);
    await eventually(async () => expect(await count()).toBe(parked), { within: 90_000, every: 500 });
    await second.end();
    expect((await service.effects()).map(({ sequence }) => sequence)).toEqual(upTo(parked));
    expect(await listDeadLetters(service.db, { states: ['dead', 'due', 'parked'] })).toEqual([]);
  }, 180_000);

  function failsTimes(eventId: string, times: number): void {
    let failed = 0;
    scripts.set(eventId, () =>
      ++failed <= Math.floor(times) ? Promise.reject(new Error('a bug')) : Promise.resolve(),
    );
  }

  /** What a consumer leaves behind that met a dead letter and many messages of 90 kB of its key after it. */
  async function waitInLine(service: TestService, key: UUID, count: number): Promise<void> {
    const { headers, value } = message(reportWorkStarted, {}, key);
    const base64 = (text: string) => [Buffer.from(text).toString('base64')];
    for (const sequence of upTo(count)) {
      const own = { ...headers, ce_id: randomUUID(), ce_sequence: String(sequence) };
      const stored = Object.fromEntries(Object.entries(own).map(([name, text]) => [name, base64(text)]));
      const padded = { ...(JSON.parse(value) as object), pad: randomBytes(67_000).toString('base64') };
      const [state, due] = sequence === 1 ? ['due', sql`clock_timestamp()`] : ['parked', null];
      await sql`
        WITH mark AS (INSERT INTO messaging.inbox (event_id, consumer, state) VALUES (${own.ce_id}, 'notifications', 'dead'))
        INSERT INTO messaging.dead_letter (consumer, event_id, type, topic, partition, position, recorded_at, key, headers,
          value, error_class, error_text, attempts, state, due_at)
        VALUES ('notifications', ${own.ce_id}, ${reportWorkStarted.type}, ${reportTopic.name}, 0, ${sequence}, now(),
          ${Buffer.from(key)}, ${JSON.stringify(stored)}, ${Buffer.from(JSON.stringify(padded))}, 'E', 'e',
          ${sequence === 1 ? 5 : 0}, ${state}, ${due})`.execute(service.db);
    }
  }
});
