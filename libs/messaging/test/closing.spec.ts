import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

describe('an instance that closes soon after it started', () => {
  const city = new TestCity();
  let reports: TestService;
  let notifications: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    reports = await TestService.create('reports', city);
    notifications = await TestService.create('notifications', city);
    await Promise.all([reports.start(), notifications.start(NoteWorkStarted)]);
    await eventually(async () => {
      expect(await city.membersOf('notifications')).toHaveLength(1);
    });
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), notifications.destroy(), city.letGo()]);
  });

  it.each([0, 30, 60, 100, 150, 250, 400])('leaves every partition to the others, after %d ms', async (lived) => {
    const brief = await notifications.start(NoteWorkStarted);
    await sleep(lived);
    await notifications.stop(brief);
    const reportIds = Array.from({ length: 10 }, () => randomUUID());
    await Promise.all(reportIds.map((reportId) => reports.announce(reportId, [1])));
    await eventually(
      async () => {
        const subjects = new Set((await notifications.effects()).map(({ subject }) => subject));
        expect(reportIds.filter((reportId) => !subjects.has(reportId))).toEqual([]);
      },
      { within: 8_000 },
    );
    expect(await city.membersOf('notifications')).toHaveLength(1);
  });
});
