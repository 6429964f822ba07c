import { becomesTrue, queryOnce } from '@jaki/testing/embedded';
import { readTopics } from '../count/topics.js';
import { DuplicateCount } from '../rig/breaking.js';
import { connectAdmin } from '../rig/kafka-admin.js';
import { type Row, type Stage } from '../row.js';

const TOPIC = 'reports.report.v1';

export const offsetsLost: Row = {
  number: 20,
  fault: 'offsets wiped; events deleted that were not read yet, as a passed retention does',
  holds: 'absorbed; alarm, never silently latest',
  async run(stage) {
    const { load } = stage;
    await Promise.all(Array.from({ length: stage.either(10, 100) }, () => load.do('fileAsCitizen')));
    await stage.settle();
    await wipeOffsets(stage);
    await passRetention(stage);
  },
};

/** The group begins anew: everything comes once more, nothing has a second effect. */
async function wipeOffsets(stage: Stage): Promise<void> {
  const { rig } = stage;
  const notifications = rig.get('notifications');
  const doubledBefore = await doubledEffects(stage);
  await notifications.process.stop();
  const admin = await connectAdmin(rig);
  const [deleted] = await admin.deleteGroups(['notifications']);
  await admin.disconnect();
  stage.observe('groups whose offsets were wiped', deleted?.errorCode === 0 ? 1 : 0);
  const duplicates = await DuplicateCount.start([notifications]);
  await notifications.process.start();
  await stage.settle();
  stage.observe('duplicates absorbed', await duplicates.absorbed(), 20);
  const doubled = (await doubledEffects(stage)) - doubledBefore;
  stage.require('no event had its effect again', doubled === 0, `${doubled} had`);
}

/** The consumer was away for too long: what is left must be read from its beginning, and somebody must be told. */
async function passRetention(stage: Stage): Promise<void> {
  const { rig, load } = stage;
  const notifications = rig.get('notifications');
  await notifications.process.stop();
  await Promise.all(Array.from({ length: 12 }, () => load.do('file')));
  await becomesSent(stage);
  const admin = await connectAdmin(rig);
  const ends = await admin.fetchTopicOffsets(TOPIC);
  const before = await readTopics(rig);
  // All but the last event of each partition are gone: their streams are no longer whole, and are not judged.
  const partitions = ends.map(({ partition, high }) => ({ partition, offset: String(Math.max(0, Number(high) - 1)) }));
  for (const event of before.get(TOPIC) ?? []) stage.forged.add(event.key);
  const [read] = await admin.fetchOffsets({ groupId: 'notifications', topics: [TOPIC] });
  await admin.deleteTopicRecords({ topic: TOPIC, partitions });
  const lows = await admin.fetchTopicOffsets(TOPIC);
  await admin.disconnect();
  const unread = lows.map(({ partition, low }) => {
    const next = read?.partitions.find((each) => each.partition === partition)?.offset ?? low;
    return Math.max(0, Number(low) - Number(next));
  });
  stage.observe(
    'events deleted before they were read',
    unread.reduce((sum, count) => sum + count, 0),
  );
  await notifications.process.start();
  await stage.settle();
  const alarms = await notifications.metric('consumer_gaps_total');
  stage.require('an alarm tells that events were lost', alarms > 0, `consumer_gaps_total is ${alarms}`);
}

async function becomesSent({ rig }: Stage): Promise<void> {
  const count = 'SELECT count(*)::int AS n FROM messaging.outbox';
  const empty = async () => (await queryOnce<{ n: number }>(rig.databaseOf('reports'), count))[0]?.n === 0;
  if (!(await becomesTrue(empty, 30_000, 200))) throw new Error('the outbox of reports does not empty');
}

async function doubledEffects({ rig }: Stage): Promise<number> {
  const query = 'SELECT 1 FROM chaos.effect GROUP BY event HAVING count(*) > 1';
  return (await queryOnce(rig.databaseOf('notifications'), query)).length;
}
