import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadLetterTopic, reportTopic } from '@jaki/contracts';
import { type EmbeddedKafka, embeddedKafka, eventually, temporaryFolder } from '@jaki/testing';
import { ConsumerHealth, createTopics } from '../src/index.js';
import { TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

describe('a broker that is killed', () => {
  const folder = temporaryFolder();
  let broker: EmbeddedKafka;
  let city: TestCity;
  let reports: TestService;
  let notifications: TestService;

  beforeAll(async () => {
    broker = await embeddedKafka({ folder, sessionTimeout: 1500 });
    city = new TestCity(broker.brokers);
    await city.createTopics('notifications');
    reports = await TestService.create('reports', city);
    notifications = await TestService.create('notifications', city);
    await Promise.all([reports.start(), notifications.start(NoteWorkStarted)]);
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), notifications.destroy(), city.letGo()]);
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const expectEffects = (reportId: string, sequences: number[], within = 20_000) =>
    eventually(
      async () => {
        const effects = (await notifications.effects()).filter(({ subject }) => subject === reportId);
        expect(effects.map(({ sequence }) => sequence)).toEqual(sequences);
      },
      { within },
    );
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('holds up no write, loses nothing and doubles nothing: what was pending arrives when it is back', async () => {
    const reportId = randomUUID();
    await reports.announce(reportId, [1]);
    await expectEffects(reportId, [1]);

    await broker.kill();
    for (let sequence = 2; sequence <= 50; sequence++) await reports.announce(reportId, [sequence]);
    expect(await reports.metric('outbox_pending')).toBe(49);
    expect(await reports.metric('outbox_oldest_age_seconds')).toBeGreaterThan(0);
    await eventually(async () => {
      expect(await reports.metric('relay_errors_total')).toBeGreaterThan(0);
    });

    await broker.restart();
    const opened = Date.now();
    await expectEffects(reportId, upTo(50));
    // A consumer that had crashed would come back as a new member and wait out its old session: 11 s and more.
    expect(Date.now() - opened).toBeLessThan(10_000);
    expect(await reports.metric('outbox_pending')).toBe(0);
    const sent = (await city.read(reportTopic.name)).filter(({ key }) => key === reportId);
    const firstCopies = [...new Set(sent.map(({ headers }) => Number(headers['ce_sequence'])))];
    expect(firstCopies).toEqual(upTo(50));
  });

  it('does not keep a service from starting, which is ready once the broker is there', async () => {
    await broker.kill();
    const late = await notifications.start(NoteWorkStarted);
    const health = late.get(ConsumerHealth);
    expect(health.ready()).toBe(false);
    expect(health.reason).toContain('not joined');
    await broker.restart();
    await eventually(
      () => {
        expect(health.ready()).toBe(true);
      },
      { within: 20_000 },
    );
    const reportId = randomUUID();
    await reports.announce(reportId, [1, 2]);
    await expectEffects(reportId, [1, 2]);
  });

  it('has its topics as declared, and making them again changes nothing', async () => {
    await createTopics(broker.brokers, [reportTopic, deadLetterTopic('notifications')], 'declared.');
    await createTopics(broker.brokers, [{ ...reportTopic, partitions: 12 }], 'declared.');
    const { retention, partitions } = await city.describe(`declared.${reportTopic.name}`);
    expect({ retention, partitions }).toEqual({ retention: '-1', partitions: 6 });
    expect(await city.describe(`declared.${deadLetterTopic('notifications').name}`)).toEqual({
      retention: String(30 * 86_400_000),
      partitions: 1,
    });
  });
});
