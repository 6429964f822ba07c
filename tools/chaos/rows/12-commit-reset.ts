import { setTimeout as sleep } from 'node:timers/promises';
import { CommitBreaker, dawdleCommits } from '../proxy/postgres-wire.js';
import { DuplicateCount } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';
import { buyerRetries } from './market-steps.js';

/** More than the partitions that a consumer handles at a time, so that one loses its commit for many and then for one. */
const BREAKS_IN_A_ROW = 5;

export const commitReset: Row = {
  number: 12,
  fault: "reset in the middle of a COMMIT's answer, and before the COMMIT; client retries with its key",
  holds: 'exactly once',
  inCi: true,
  async run(stage) {
    const times = stage.either(2, 20);
    for (let time = 0; time < times; time += 1) {
      await clientRetries(stage, 'answer');
      await clientRetries(stage, 'request');
      await buyerRetries(stage, 'answer');
      await buyerRetries(stage, 'request');
    }
    await handlerRetries(stage, 'request', times * BREAKS_IN_A_ROW);
    await handlerRetries(stage, 'answer', times * BREAKS_IN_A_ROW);
    await overtaking(stage);
  },
};

/** The client does not learn what became of its report, and asks again under the same key. */
async function clientRetries(stage: Stage, moment: 'answer' | 'request'): Promise<void> {
  const { rig, load } = stage;
  const { postgres } = rig.get('reports');
  const breaker = new CommitBreaker(postgres, moment);
  breaker.arm(1);
  const operation = await load.do('file');
  stage.observe(`commit of a filing reset, its ${moment} lost`, breaker.hits);
  stage.require('a lost commit is no yes and no no', operation.outcome === 'unknown', operation.outcome);
  postgres.heal();
  const { outcome, why, replayed } = await load.again(operation);
  stage.require('the second try succeeds', outcome === 'ok', why);
  const committed = moment === 'answer';
  stage.require(`the second try is ${committed ? '' : 'not '}a replay`, replayed === committed);
}

/** A consumer does not learn whether its effect was committed, and has the message once more. */
async function handlerRetries(stage: Stage, moment: 'answer' | 'request', times: number): Promise<void> {
  const { rig, load } = stage;
  const instance = rig.get('notifications');
  await stage.settle();
  const duplicates = await DuplicateCount.start([instance]);
  const breaker = new CommitBreaker(instance.postgres, moment);
  breaker.arm(times);
  await Promise.all(Array.from({ length: times }, () => load.do('file')));
  await stage.settle();
  instance.postgres.heal();
  stage.observe(`commit of a handler reset, its ${moment} lost`, breaker.hits, times);
  // One commit may be that of several messages.
  if (moment === 'answer') stage.observe('duplicates absorbed', await duplicates.absorbed(), breaker.hits);
}

/** A transaction that took its ids early and commits late: its events must not be passed over. */
async function overtaking(stage: Stage): Promise<void> {
  const { postgres } = stage.rig.get('reports');
  const { load } = stage;
  const seen = dawdleCommits(postgres, { every: 5, milliseconds: 400 });
  load.start({ lanes: 6, pause: 20, kinds: ['file'] });
  await sleep(stage.either(2_500, 10_000));
  await load.stop();
  postgres.heal();
  stage.observe('commits held back 400 ms, to be overtaken', seen.held, 3);
}
