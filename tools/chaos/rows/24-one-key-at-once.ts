import { type Row } from '../row.js';
import { endAtOnce, payAtOnce, rushForTheLast } from './market-at-once.js';

const AT_ONCE = 50;

export const oneKeyAtOnce: Row = {
  number: 24,
  fault: '50 requests at once with one idempotency key',
  holds: 'one effect; 49 replays or 409',
  inCi: true,
  async run(stage) {
    const { load } = stage;
    const times = stage.either(2, 20);
    for (let time = 0; time < times; time += 1) {
      const answers = await load.atOnce(load.prepare('file'), AT_ONCE);
      const fresh = answers.filter(({ outcome, replayed }) => outcome === 'ok' && !replayed);
      const replays = answers.filter(({ replayed }) => replayed);
      const busy = answers.filter(({ outcome, why }) => outcome === 'fail' && ['busy', 'conflict'].includes(why));
      stage.observe('requests that found the key taken', replays.length + busy.length, AT_ONCE - 1);
      stage.require('one request had the effect', fresh.length === 1, fresh.length);
      await rushForTheLast(stage);
      await payAtOnce(stage);
      await endAtOnce(stage);
    }
  },
};
