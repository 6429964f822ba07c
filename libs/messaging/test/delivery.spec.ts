import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportTopic, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { message, TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

describe('an event from one service to another', () => {
  const city = new TestCity();
  let reports: TestService;
  let notifications: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    reports = await TestService.create('reports', city);
    notifications = await TestService.create('notifications', city);
    await reports.start();
    await notifications.start(NoteWorkStarted);
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), notifications.destroy(), city.letGo()]);
  });

  const effectsOf = async (reportId: string) =>
    (await notifications.effects()).filter(({ subject }) => subject === reportId);
  const announced = async (reportId: string) =>
    (await city.read(reportTopic.name)).filter(({ key }) => key === reportId);

  it('is announced once and has its effect once when the change commits', async () => {
    const reportId = randomUUID();
    await reports.announce(reportId, [1]);
    await eventually(async () => {
      expect(await effectsOf(reportId)).toHaveLength(1);
    });
    const messages = await announced(reportId);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.headers).toMatchObject({
      ce_type: 'reports.report.work_started.v1',
      ce_source: 'reports',
      ce_subject: reportId,
      ce_sequence: '1',
      ce_id: (await effectsOf(reportId))[0]!.event_id,
    });
  });

  it('is never announced when the change rolls back', async () => {
    const [undone, marker] = [randomUUID(), randomUUID()];
    await expect(reports.announce(undone, [1], new Error('refused'))).rejects.toThrow('refused');
    await reports.announce(marker, [1]);
    await eventually(async () => {
      expect(await effectsOf(marker)).toHaveLength(1);
    });
    expect(await announced(undone)).toHaveLength(0);
  });

  it('has its effect once however many copies arrive', async () => {
    const copy = message(reportWorkStarted);
    const before = await notifications.metric('inbox_duplicates_total');
    await city.produce([copy, copy, copy]);
    await eventually(async () => {
      expect(await notifications.metric('inbox_duplicates_total')).toBe(before + 2);
    });
    expect(await effectsOf(copy.key)).toHaveLength(1);
  });

  it('comes in the order in which changes of its aggregate committed', async () => {
    const reportIds = Array.from({ length: 6 }, () => randomUUID());
    for (let sequence = 1; sequence <= 20; sequence++) {
      await Promise.all(reportIds.map((reportId) => reports.announce(reportId, [sequence])));
    }
    await eventually(async () => {
      const effects = await Promise.all(reportIds.map(effectsOf));
      expect(effects.map((list) => list.map(({ sequence }) => sequence))).toEqual(
        reportIds.map(() => Array.from({ length: 20 }, (_, index) => index + 1)),
      );
    });
  });

  it('of a type that nobody here subscribes to is skipped and counted', async () => {
    const before = await notifications.metric('consumer_skipped_total');
    await city.produce([message(reportWorkStarted, { ce_type: 'reports.report.invented.v1' })]);
    await eventually(async () => {
      expect(await notifications.metric('consumer_skipped_total')).toBe(before + 1);
    });
  });

  it('may not be announced by a service that does not own its topic', async () => {
    await expect(reports.announce(randomUUID(), [1])).resolves.toBeUndefined();
    const identity = await TestService.create('identity', city);
    await identity.start();
    await expect(identity.announce(randomUUID(), [1])).rejects.toThrow('may not announce');
    await identity.destroy();
  });
});
