import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue } from '@jaki/testing/embedded';
import { type Stage } from '../row.js';

const SERVED_WITHIN = 5_000;
const TOKENS_WITHIN = 10_000;

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
  await tokensAgain(stage, healed);
  await load.stop();
  judgeTokens(stage);
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

/** Apps whose refresh token was spent by an answer that did not arrive log in anew, which takes a text message. */
async function tokensAgain(stage: Stage, healed: number): Promise<void> {
  const { apps } = stage.load;
  const again = await becomesTrue(() => apps.some(({ servedAt }) => servedAt > healed), TOKENS_WITHIN, 50);
  stage.require('tokens are given out again', again);
}

function judgeTokens(stage: Stage): void {
  const statuses = stage.load.apps.flatMap(({ answers }) => [...answers]);
  const times = (wanted: number) => statuses.reduce((sum, [status, n]) => sum + (status === wanted ? n : 0), 0);
  stage.note(`requests for tokens: ${times(200)} granted, ${times(503)} put off, ${times(0)} without an answer`);
  const faults = statuses.map(([status]) => status).filter((status) => status >= 500 && status !== 503);
  stage.require('requests for tokens are put off with 503, and no other fault', faults.length === 0, faults.join(', '));
}

/** Whether services say at some moment of the outage that they cannot work. */
export async function saysNotReady(stage: Stage, within: number): Promise<void> {
  const say = ['reports', 'marketplace'].map(async (service) => {
    const { process } = stage.rig.get(service);
    const said = await becomesTrue(async () => !(await process.isReady()), within, 50);
    stage.require(`${service} is not ready meanwhile`, said);
  });
  await Promise.all(say);
}
