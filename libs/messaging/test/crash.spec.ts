import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { message, TestCity, TestService } from './harness.js';
import { Intruder } from './intruder.js';
import { NoteWorkStarted } from './scripted.js';

describe('a consumer that crashes for good', () => {
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

  const expectEffect = (eventId: string) =>
    eventually(async () => {
      expect((await service.effects()).map(({ event_id }) => event_id)).toContain(eventId);
    });

  it('is replaced until one gets into the group again, and misses nothing', async () => {
    const [before, meanwhile, after] = [1, 2, 3].map(() => message(reportWorkStarted)) as [Sent, Sent, Sent];
    await city.produce([before]);
    await expectEffect(before.headers.ce_id);

    const intruder = await Intruder.takeOver(city, 'notifications');
    await city.produce([meanwhile]);
    await sleep(3_000);
    expect(await intruder.isAlone()).toBe(true);
    await intruder.leave();

    await city.produce([after]);
    for (const { headers } of [meanwhile, after]) await expectEffect(headers.ce_id);
    expect(await service.effects()).toHaveLength(3);
  });
});

type Sent = ReturnType<typeof message>;
