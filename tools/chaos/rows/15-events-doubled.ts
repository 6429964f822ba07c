import { setTimeout as sleep } from 'node:timers/promises';
import { readTopics, type SeenEvent, streams } from '../count/topics.js';
import { isInWindow, openWindow } from '../count/window.js';
import { ForeignProducer } from '../load/foreign-producer.js';
import { DuplicateCount } from '../rig/breaking.js';
import { type Rig } from '../rig/rig.js';
import { type Row, type Stage } from '../row.js';

/** Events that nobody is to be told of, such as that an order was placed: they have no effect to be doubled. */
const SKIPPED = 'consumer_skipped_total';

export const eventsDoubled: Row = {
  number: 15,
  fault: 'events doubled 1–5 times',
  holds: 'effects unchanged',
  inCi: true,
  async run(stage) {
    const { rig, load } = stage;
    const window = await openWindow(rig);
    load.start();
    await sleep(stage.either(3_000, 20_000));
    await load.stop();
    await stage.settle();
    const duplicates = await DuplicateCount.start([rig.get('reports'), rig.get('notifications')]);
    const skippedBefore = await rig.get('notifications').metric(SKIPPED);
    const topics = await readTopics(rig);
    const events = streams.flatMap((topic) => topics.get(topic) ?? []).filter((event) => isInWindow(window, event));
    const copies = await double(stage, events);
    await stage.settle();
    const readings = copies.flatMap(({ topic }) => readersOf(rig, topic)).length;
    stage.observe('copies written', copies.length, 10);
    const skipped = (await rig.get('notifications').metric(SKIPPED)) - skippedBefore;
    stage.observe('duplicates absorbed', await duplicates.absorbed(), readings - skipped);
  },
};

async function double({ rig, random }: Stage, events: readonly SeenEvent[]): Promise<SeenEvent[]> {
  const producer = await ForeignProducer.connect(rig);
  const copies = random.shuffled(events.flatMap((event) => Array.from({ length: random.between(1, 5) }, () => event)));
  for (const { topic, key, value, headers } of copies) await producer.write(topic, { key, value, headers });
  await producer.disconnect();
  return copies;
}

const readersOf = (rig: Rig, topic: string) =>
  [...rig.subscriptions.values()].filter((topics) => topics.includes(topic));
