import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue, queryOnce } from '@jaki/testing/embedded';
import { stateOf } from '../rig/instance.js';
import { type Row, type Stage } from '../row.js';

const FIRST_EFFECT_WITHIN = 3_000;

export const kafkaKilled: Row = {
  number: 5,
  fault: 'SIGKILL Kafka, back after 0, 10, 90 s',
  holds: 'writes stay 2xx; first effect < 3 s after the port opens; no consumer stays dead',
  async run(stage) {
    stage.load.start();
    await sleep(1_000);
    for (const seconds of stage.either([0, 3], [0, 10, 90])) await killFor(stage, seconds);
    stage.healed();
    await stage.load.stop();
    const all = [...stage.load.operations, ...stage.load.market.desk.operations];
    const unanswered = all.filter(({ outcome }) => outcome === 'unknown');
    stage.require('every write is answered', unanswered.length === 0, unanswered.map(({ why }) => why).join(' '));
  },
};

async function killFor(stage: Stage, seconds: number): Promise<void> {
  const { kafka } = stage.rig.servers;
  const { pid } = kafka.process;
  await kafka.kill();
  stage.observe('Kafka ended by SIGKILL', pid !== undefined && stateOf(pid) === undefined ? 1 : 0);
  const before = stage.load.operations.length;
  await sleep(seconds * 1_000);
  await kafka.restart();
  const opened = Date.now();
  stage.observe('writes while it was away', stage.load.operations.length - before);
  const after = await firstEffectAfter(stage, opened);
  stage.note(`away ${seconds} s: first effect ${after} ms after its port opened`);
  stage.require('first effect within 3 s', after < FIRST_EFFECT_WITHIN, `${after} ms`);
}

/** By the database's clock, which is this machine's. @returns milliseconds */
async function firstEffectAfter({ rig }: Stage, opened: number): Promise<number> {
  let first: Date | null | undefined;
  const query = 'SELECT min(at) AS at FROM chaos.effect WHERE at > $1';
  const look = async () => {
    const rows = await queryOnce<{ at: Date | null }>(rig.databaseOf('notifications'), query, [new Date(opened)]);
    first = rows[0]?.at;
    return first instanceof Date;
  };
  return (await becomesTrue(look, 60_000, 100)) && first ? first.getTime() - opened : Infinity;
}
