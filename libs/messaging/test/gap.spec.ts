import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { reportTopic, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { message, TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

describe('events that were deleted before they were read', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const ids = async () => (await service.effects()).map(({ event_id }) => event_id);

  it('raise an alarm, and what is left of the topic is read from its beginning', async () => {
    // One key, so that all of them lie in one partition.
    const reportId = crypto.randomUUID();
    const [read, ...unread] = Array.from({ length: 4 }, () => ({ ...message(reportWorkStarted), key: reportId }));
    const first = await service.start(NoteWorkStarted);
    await city.produce([read!]);
    await eventually(async () => {
      expect(await ids()).toEqual([read!.headers.ce_id]);
    });
    expect(await service.metric('consumer_gaps_total')).toBe(0);
    await service.stop(first);

    await city.produce(unread);
    await deleteUpTo(3);
    await service.start(NoteWorkStarted);
    await eventually(async () => {
      expect(await ids()).toEqual([read!.headers.ce_id, unread.at(-1)!.headers.ce_id]);
    });
    expect(await service.metric('consumer_gaps_total')).toBe(1);
  });

  /** As retention does: the records before this offset are gone from the partition that holds any. */
  async function deleteUpTo(offset: number): Promise<void> {
    const topic = city.prefix + reportTopic.name;
    const admin = new Kafka({ brokers: city.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic);
    const partitions = ends
      .filter(({ high }) => Number(high) > 0)
      .map(({ partition }) => ({ partition, offset: String(offset) }));
    await admin.deleteTopicRecords({ topic, partitions });
    await admin.disconnect();
  }
});
