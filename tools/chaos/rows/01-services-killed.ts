import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '../../dev/services.js';
import { kill, revive } from '../rig/breaking.js';
import { type Row } from '../row.js';
import { judgeStarts } from './judge-starts.js';

export const servicesKilled: Row = {
  number: 1,
  fault: 'SIGKILL each service at a random moment, 20 times',
  holds: 'ready again < 5 s',
  async run(stage) {
    const times = stage.either(2, 20);
    stage.load.start();
    const readyAfter: number[] = [];
    for (let time = 0; time < times; time += 1) {
      for (const service of stage.random.shuffled(serviceNames)) {
        await sleep(stage.random.between(100, 1_500));
        const instance = stage.rig.get(service);
        stage.observe(`${service} ended by SIGKILL`, await kill(instance));
        readyAfter.push(await revive(instance));
      }
      await stage.freshen();
    }
    await stage.load.stop();
    await stage.load.retryUnknown();
    stage.healed();
    judgeStarts(stage, readyAfter);
  },
};
