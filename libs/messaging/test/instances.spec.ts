import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { reportTopic } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

describe('two instances of a service', () => {
  const city = new TestCity();
  let reports: TestService;
  let notifications: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    reports = await TestService.create('reports', city);
    notifications = await TestService.create('notifications', city);
    await Promise.all([reports.start(), notifications.start(NoteWorkStarted)]);
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), notifications.destroy(), city.letGo()]);
  });

  const shardsOfRelays = async () => {
    const { rows } = await sql<{ shards: number }>`
      SELECT count(*)::int AS shards FROM messaging.outbox_lease WHERE until > clock_timestamp()
      GROUP BY owner ORDER BY owner`.execute(reports.db);
    return rows.map(({ shards }) => shards);
  };

  it('share shards and partitions, and every event has its effect once, in order', async () => {
    await Promise.all([reports.start(), notifications.start(NoteWorkStarted)]);
    await eventually(async () => {
      expect(await shardsOfRelays()).toEqual([4, 4]);
    });
    const reportIds = Array.from({ length: 20 }, () => randomUUID());
    for (let sequence = 1; sequence <= 10; sequence++) {
      await Promise.all(reportIds.map((reportId) => reports.announce(reportId, [sequence])));
    }
    await eventually(async () => {
      expect(await notifications.effects()).toHaveLength(200);
    });
    const effects = Map.groupBy(await notifications.effects(), ({ subject }) => subject);
    for (const reportId of reportIds) {
      expect(effects.get(reportId)?.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
    const perPartition = Map.groupBy(await city.read(reportTopic.name), ({ partition }) => partition);
    expect(perPartition.size).toBe(2);
  });

  it('become one when the other leaves, which gives its shards back at once', async () => {
    const second = reports.instances[1]!;
    await reports.stop(second);
    await eventually(async () => {
      expect(await shardsOfRelays()).toEqual([8]);
    });
    const reportId = randomUUID();
    await reports.announce(reportId, [1, 2, 3]);
    await eventually(async () => {
      const effects = await notifications.effects();
      expect(effects.filter(({ subject }) => subject === reportId).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    });
  });

  it('do not send from a shard whose lease belongs to a third one, until it runs out', async () => {
    const frozen = randomUUID();
    await sql`UPDATE messaging.outbox_lease SET owner = ${frozen}, epoch = epoch + 1,
      until = clock_timestamp() + interval '5 s'`.execute(reports.db);
    // The relay believes in its old lease for a moment and may send copies, but it cannot delete what it sent.
    const reportId = randomUUID();
    await reports.announce(reportId, [1]);
    await eventually(
      async () => {
        const effects = await notifications.effects();
        expect(effects.filter(({ subject }) => subject === reportId)).toHaveLength(1);
        expect(await reports.metric('outbox_pending')).toBe(0);
      },
      { within: 15_000 },
    );
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM messaging.outbox_lease WHERE owner = ${frozen}`.execute(reports.db);
    expect(rows[0]!.n).toBe(0);
  });
});
