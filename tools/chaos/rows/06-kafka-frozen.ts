import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerDropper, PRODUCE } from '../proxy/kafka-wire.js';
import { DuplicateCount, freezeFor } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';

export const kafkaFrozen: Row = {
  number: 6,
  fault: 'SIGSTOP Kafka 20, 60 s; a proxy drops produce answers',
  holds: 'no loss; writes stay 2xx; duplicates counted',
  async run(stage) {
    stage.load.start();
    await sleep(1_000);
    for (const seconds of stage.either([8], [20, 60])) await freeze(stage, seconds);
    await dropAnswers(stage);
    stage.healed();
    await stage.load.stop();
    const unanswered = stage.load.operations.filter(({ outcome }) => outcome === 'unknown');
    stage.require('every write is answered', unanswered.length === 0, unanswered.map(({ why }) => why).join(' '));
  },
};

async function freeze(stage: Stage, seconds: number): Promise<void> {
  const { pid } = stage.rig.servers.kafka.process;
  stage.observe('Kafka seen in state T', await freezeFor(pid === undefined ? [] : [pid], seconds * 1_000));
  await sleep(3_000);
}

/** The broker has the events, the relay does not know: it sends them again after 10 s. */
async function dropAnswers(stage: Stage): Promise<void> {
  const { rig } = stage;
  const duplicates = await DuplicateCount.start([rig.get('notifications')]);
  const way = rig.kafkaWay('reports');
  const dropper = new AnswerDropper(way, PRODUCE);
  await sleep(1_500);
  dropper.start();
  await sleep(stage.either(12_000, 40_000));
  dropper.stop();
  await sleep(12_000);
  stage.observe('produce answers dropped', dropper.dropped);
  stage.observe('bytes dropped by the proxy', way.bytesDropped);
  stage.observe('duplicates absorbed', await duplicates.absorbed());
  way.heal();
}
