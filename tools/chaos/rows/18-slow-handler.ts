import { reportFiled } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventMessage } from '@jaki/testing';
import { becomesTrue, queryOnce } from '@jaki/testing/embedded';
import { type ForeignMessage, ForeignProducer } from '../load/foreign-producer.js';
import { type Row } from '../row.js';
import { rebalances } from './ways.js';

const SLOW = 'chaos_slow';

export const slowHandler: Row = {
  number: 18,
  fault: 'a handler of 120 s (it lifts the limits of its own transaction, else PostgreSQL ends it after 15 s)',
  holds: 'no second run, no expulsion',
  async run(stage) {
    const { rig, load } = stage;
    const milliseconds = stage.either(20_000, 120_000);
    const point = `handle-${SLOW}` as const;
    rig.failPoints.arm(point, { action: 'sleep', times: 99, milliseconds });
    const joined = rebalances(rig);
    const reportId = newId();
    stage.forged.add(reportId);
    const { id, message } = eventMessage(
      reportFiled,
      { ...reportFiled.sample, reportId, category: SLOW },
      { sequence: 1 },
    );
    const producer = await ForeignProducer.connect(rig);
    const began = Date.now();
    await producer.write('reports.report.v1', message as ForeignMessage);
    await producer.disconnect();
    load.start({ pause: 200 });
    const handled = async () => {
      const query = 'SELECT 1 FROM chaos.effect WHERE event = $1';
      return (await queryOnce(rig.databaseOf('notifications'), query, [id])).length > 0;
    };
    await becomesTrue(handled, milliseconds + 30_000, 500);
    const took = Date.now() - began;
    await load.stop();
    stage.healed();
    stage.observe(`the handler ran for at least ${milliseconds} ms`, took, milliseconds);
    stage.require('no second run', rig.failPoints.hits(point) === 1, `${rig.failPoints.hits(point)} runs`);
    stage.require('no expulsion', rebalances(rig) === joined, `${rebalances(rig) - joined} rebalances`);
  },
};
