import { setTimeout as sleep } from 'node:timers/promises';
import { type Row } from '../row.js';

const EVERY = 5_000;

export const membersComeAndGo: Row = {
  number: 19,
  fault: 'a member of the group joins or leaves every 5 s for 3 minutes',
  holds: 'lag drains',
  async run(stage) {
    const { rig, load } = stage;
    const until = Date.now() + stage.either(15_000, 180_000);
    load.start();
    while (Date.now() < until) {
      const instance = await rig.add('notifications');
      stage.observe('members that joined', (await instance.process.isReady()) ? 1 : 0);
      await sleep(EVERY);
      await rig.remove(instance);
      stage.observe('members that left', instance.process.pid === undefined ? 1 : 0);
      await sleep(stage.random.between(0, EVERY));
    }
    stage.healed();
    await load.stop();
  },
};
