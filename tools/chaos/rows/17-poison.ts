import { setTimeout as sleep } from 'node:timers/promises';
import { reportFiled } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventMessage } from '@jaki/testing';
import { queryOnce } from '@jaki/testing/embedded';
import { readTopics } from '../count/topics.js';
import { isInWindow, openWindow, type Window } from '../count/window.js';
import { type ForeignMessage, ForeignProducer } from '../load/foreign-producer.js';
import { type Row, type Stage } from '../row.js';

const TOPIC = 'reports.report.v1';
const BREAKS = 'chaos_type_error';
const MEGABYTE = 1_000_000;
const ATTEMPTS = 5;

export const poison: Row = {
  number: 17,
  fault: 'broken JSON, schema violation, no ce_id, 1 MB, null value, TypeError in the handler; an unknown type',
  holds: 'dead letters exactly the first six; unknown skipped and counted; other keys delayed < 1 s',
  inCi: true,
  async run(stage) {
    const { rig, load } = stage;
    const rounds = stage.either(2, 20);
    rig.failPoints.arm(`handle-${BREAKS}`, { action: 'throw', times: Number.MAX_SAFE_INTEGER });
    const notifications = rig.get('notifications');
    const skippedBefore = await notifications.metric('consumer_skipped_total');
    const window = await openWindow(rig);
    load.start({ kinds: ['file', 'fileAsCitizen', 'start'] });
    for (let round = 0; round < rounds; round += 1) await poisonOnce(stage);
    await load.stop();
    await stage.settle();
    const skipped = (await notifications.metric('consumer_skipped_total')) - skippedBefore;
    stage.observe('attempts that threw a TypeError', rig.failPoints.hits(`handle-${BREAKS}`), rounds * ATTEMPTS);
    stage.observe('dead letters', await deathsSince(stage, window), rounds * 6);
    stage.require(`${rounds} messages of an unknown type skipped and counted`, skipped === rounds, skipped);
    await judgeDelays(stage, window);
  },
};

/** One message of each kind, in the middle of what goes on. */
async function poisonOnce(stage: Stage): Promise<void> {
  const producer = await ForeignProducer.connect(stage.rig);
  for (const [error, message] of stage.random.shuffled(kinds())) {
    stage.forged.add(message.key);
    const place = await producer.write(TOPIC, message);
    if (error !== undefined) stage.deaths.push({ consumer: 'notifications', place, error });
    await sleep(stage.random.between(50, 200));
  }
  await producer.disconnect();
}

/** With the class of the error that each must die of; the last one must not die. */
function kinds(): [error: string | undefined, message: ForeignMessage][] {
  const of = (change: (message: ForeignMessage) => Partial<ForeignMessage>, category = 'flood'): ForeignMessage => {
    const data = { ...reportFiled.sample, reportId: newId(), category };
    const message = eventMessage(reportFiled, data, { sequence: 1 }).message as ForeignMessage;
    return { ...message, ...change(message) };
  };
  const headers = ({ headers: own }: ForeignMessage, change: Record<string, string>) => ({
    headers: { ...own, ...change },
  });
  return [
    ['NotACloudEvent', of(() => ({ value: '{"reportId":' }))],
    ['DoesNotFitSchema', of(() => ({ value: '{"reportId":"not one"}' }))],
    ['NotACloudEvent', of(({ headers: { ce_id: _id, ...rest } }) => ({ headers: rest }))],
    ['TooLarge', of(({ value }) => ({ value: `${String(value).slice(0, -1)},"filler":"${'x'.repeat(MEGABYTE)}"}` }))],
    ['Tombstone', of(() => ({ value: null }))],
    ['TypeError', of(() => ({}), BREAKS)],
    [undefined, of((message) => headers(message, { ce_type: 'reports.report.vanished.v1' }))],
  ];
}

async function deathsSince({ rig }: Stage, { deadLettersSince }: Window): Promise<number> {
  const query = 'SELECT count(*)::int AS n FROM messaging.dead_letter WHERE died_at >= $1';
  const rows = await queryOnce<{ n: number }>(rig.databaseOf('notifications'), query, [
    deadLettersSince.get('notifications'),
  ]);
  return rows[0]?.n ?? 0;
}

/** From an event to its effect, for all that is not poison. By the 95th percentile: the machine has other work. */
async function judgeDelays(stage: Stage, window: Window): Promise<void> {
  const events = ((await readTopics(stage.rig)).get(TOPIC) ?? []).filter(
    (event) => isInWindow(window, event) && !stage.forged.has(event.key),
  );
  const happened = new Map(events.map(({ id, headers }) => [id, Date.parse(headers['ce_time'] ?? '')]));
  const rows = await queryOnce<{ event: string; at: Date }>(
    stage.rig.databaseOf('notifications'),
    'SELECT event, at FROM chaos.effect WHERE event = ANY ($1)',
    [[...happened.keys()]],
  );
  const delays = rows.map(({ event, at }) => at.getTime() - (happened.get(event) ?? NaN)).sort((a, b) => a - b);
  const late = delays[Math.floor(delays.length * 0.95)] ?? Infinity;
  stage.note(
    `other keys: ${delays.length} effects, 95 % within ${late} ms, the latest after ${delays.at(-1) ?? NaN} ms`,
  );
  stage.require('other keys are delayed by less than 1000 ms', late < 1_000, `${late} ms`);
}
