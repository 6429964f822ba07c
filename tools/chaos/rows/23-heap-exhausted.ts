import { setTimeout as sleep } from 'node:timers/promises';
import { death, revive } from '../rig/breaking.js';
import { type Row } from '../row.js';
import { judgeStarts } from './judge-starts.js';

const HEAP_MB = 200;

export const heapExhausted: Row = {
  number: 23,
  fault: `a heap of ${HEAP_MB} MB that is filled until the service dies`,
  holds: 'as 1',
  async run(stage) {
    const { rig, load } = stage;
    const readyAfter: number[] = [];
    for (let time = 0; time < stage.either(1, 5); time += 1) {
      const reports = rig.get('reports');
      const { NODE_OPTIONS = '', ...rest } = rig.failPoints.environmentOf('reports');
      await reports.dress({ ...rest, NODE_OPTIONS: `${NODE_OPTIONS} --max-old-space-size=${HEAP_MB}` });
      load.start();
      await sleep(1_000);
      rig.failPoints.arm('before-send', { action: 'leak', service: 'reports', times: 1_000_000, megabytes: 8 });
      await death(reports, 60_000);
      stage.observe('leaks of 8 MB', rig.failPoints.hits('before-send'));
      stage.observe('reports died of its heap (SIGABRT)', reports.process.slot.lastEnd === 'SIGABRT' ? 1 : 0);
      rig.failPoints.disarm('before-send');
      readyAfter.push(await revive(reports));
      await load.stop();
      await stage.freshen();
    }
    await load.retryUnknown();
    stage.healed();
    judgeStarts(stage, readyAfter);
    await rig.get('reports').dress({});
  },
};
