import { setTimeout as sleep } from 'node:timers/promises';
import { queryOnce } from '@jaki/testing/embedded';
import { type Row, type Stage } from '../row.js';

const TEN_MINUTES = 600_000;
/** Beyond the tolerance of 30 s, with a second to spare. */
const BEYOND_TOLERANCE = 31_000;

/** The clock is the one that Node shows to the service (`edit-sources.mjs`), as libfaketime would. */
export const wrongClock: Row = {
  number: 21,
  fault: 'clock 10 minutes ahead, then 10 minutes behind, for reports',
  holds: 'leases hold (database time); tokens outside 30 s tolerance are refused, nothing doubled',
  async run(stage) {
    for (const offset of [TEN_MINUTES, -TEN_MINUTES]) await withClock(stage, offset);
    await stage.rig.get('reports').dress({});
  },
};

async function withClock(stage: Stage, offset: number): Promise<void> {
  const { rig, load, people } = stage;
  const reports = rig.get('reports');
  await reports.dress({ JAKI_CHAOS_CLOCK_MS: String(offset) });
  await people.renew();
  const second = await rig.add('reports');
  await sleep(6_000);
  const epochs = await epochsOf(stage);
  load.start({ kinds: ['file', 'fileAsCitizen', 'start'] });
  await sleep(stage.either(5_000, 30_000));
  await load.stop();
  stage.require('leases hold', (await epochsOf(stage)) === epochs);
  if (offset > 0) await refusesOldTokens(stage);
  stage.observe(`operations with a clock ${offset / 1000} s off`, load.operations.length);
  await rig.remove(second);
}

/** Tokens last ten minutes: by a clock that is as far ahead, one of half a minute is beyond its end and the tolerance. */
async function refusesOldTokens(stage: Stage): Promise<void> {
  await sleep(BEYOND_TOLERANCE);
  const { outcome, why } = await stage.load.do('file');
  stage.observe('tokens refused as expired', why === 'token_expired' ? 1 : 0);
  stage.require('a token beyond the tolerance is refused', outcome === 'fail', why);
}

async function epochsOf({ rig }: Stage): Promise<string> {
  const query = 'SELECT shard, owner, epoch::int FROM messaging.outbox_lease ORDER BY shard';
  return JSON.stringify(await queryOnce(rig.databaseOf('reports'), query));
}
