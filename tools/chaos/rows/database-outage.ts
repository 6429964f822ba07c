import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue } from '@jaki/testing/embedded';
import { type Stage } from '../row.js';

const SERVED_WITHIN = 5_000;

/**
 * What rows 7 to 9 have in common: load, an outage of the database, its end.
 *
 * @param outage resolves when the database could serve again
 */
export async function databaseOutage(stage: Stage, outage: () => Promise<void>): Promise<void> {
  const { load } = stage;
  load.start({ patience: 8_000 });
  await sleep(1_500);
  const began = Date.now();
  await outage();
  stage.healed();
  const healed = Date.now();
  const served = await becomesTrue(
    async () => (await load.do('file', { patience: 5_000 })).outcome === 'ok',
    30_000,
    50,
  );
  const after = served ? Date.now() - healed : Infinity;
  stage.note(`served again ${after} ms after the heal`);
  stage.require('served again within 5 s', after < SERVED_WITHIN, `${after} ms`);
  await sleep(1_000);
  await load.stop();
  const refused = load.operations.filter(({ outcome, kind }) => outcome === 'fail' && kind !== 'fileNowhere');
  stage.require(
    'only unknowns, no refusals',
    refused.length === 0,
    refused.map(({ kind, why }) => `${kind} ${why}`).join(', '),
  );
  const unanswered = load.operations.filter((each) => each.ended >= began && each.outcome === 'unknown');
  // What a death interrupts may be nothing at all: its own proof is that the process has ended.
  stage.observe('operations without an answer', unanswered.length, 0);
  await load.retryUnknown();
}

/** Whether a service says at some moment of the outage that it cannot work. */
export async function saysNotReady(stage: Stage, within: number): Promise<void> {
  const { process } = stage.rig.get('reports');
  const said = await becomesTrue(async () => !(await process.isReady()), within, 50);
  stage.require('reports is not ready meanwhile', said);
}
