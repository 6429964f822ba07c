import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ControlledTransaction } from 'kysely';
import { type Announcement, reportTopic } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { Outbox } from '../src/index.js';
import { type Tables, TestCity, TestService, workStarted } from './harness.js';

describe('the outbox', () => {
  const city = new TestCity();
  let reports: TestService;

  beforeAll(async () => {
    await city.createTopics('reports');
    await city.configure(reportTopic.name, { 'max.message.bytes': '4000' });
    reports = await TestService.create('reports', city);
    await reports.start();
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), city.letGo()]);
  });

  const sequencesOf = async (reportId: string) =>
    (await city.read(reportTopic.name))
      .filter(({ key }) => key === reportId)
      .map(({ headers }) => Number(headers['ce_sequence']));
  const expectSent = (reportId: string, sequences: number[]) =>
    eventually(async () => {
      expect(await sequencesOf(reportId)).toEqual(sequences);
    });
  const write = async (tx: ControlledTransaction<Tables>, reportId: string) => {
    await reports.instances[0]!.get(Outbox).add(tx, [workStarted(reportId, 1)]);
  };

  it('also sends what was written first and committed last', async () => {
    const [slow, fast] = [randomUUID(), randomUUID()];
    const slowTx = await reports.db.startTransaction().execute();
    await write(slowTx, slow);
    await reports.announce(fast, [1]);
    await expectSent(fast, [1]);
    await slowTx.commit().execute();
    await expectSent(slow, [1]);
  });

  it('finds by itself what nobody told it of', async () => {
    const reportId = randomUUID();
    const tx = await reports.db.startTransaction().execute();
    await write(tx, reportId);
    await tx.commit().execute();
    await eventually(async () => {
      expect(await reports.metric('outbox_pending')).toBe(0);
    });
  });

  it('puts a row aside that the broker refuses even alone, and sends all others of its batch in order', async () => {
    const reportId = randomUUID();
    const outbox = reports.instances[0]!.get(Outbox);
    const tooLarge = padded(reportId, 3, 5_000);
    await reports.db.transaction().execute(async (tx) => {
      const others = [1, 2, 4, 5, 6].map((sequence) => workStarted(reportId, sequence));
      await outbox.add(tx, [...others.slice(0, 2), tooLarge, ...others.slice(2)]);
    });
    await expectSent(reportId, [1, 2, 4, 5, 6]);
    expect(await reports.metric('outbox_dead')).toBe(1);
    expect(await reports.metric('outbox_pending')).toBe(0);
  });

  it('refuses an event that no broker would take, together with the change that it belongs to', async () => {
    const reportId = randomUUID();
    const huge = padded(reportId, 1, 900_000);
    const work = reports.db.transaction().execute((tx) => reports.instances[0]!.get(Outbox).add(tx, [huge]));
    await expect(work).rejects.toThrow('outbox_payload_check');
  });
});

/** Larger than any declared event can be: past `announce`, which takes declared fields only. */
function padded(reportId: string, sequence: number, bytes: number): Announcement {
  const event = workStarted(reportId, sequence);
  return { ...event, data: { ...event.data, pad: 'x'.repeat(bytes) } };
}
