import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '../../dev/services.js';
import { revive } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';

const ENDED_WITHIN = 20_000;
export const sigterm: Row = {
  number: 4,
  fault: 'SIGTERM under load, 30 times',
  holds: 'no request in flight fails; exit 0 within 20 s',
  async run(stage) {
    const times = stage.either(3, 30);
    stage.load.start({ lanes: 4, pause: 20 });
    for (let time = 0; time < times; time += 1) {
      await sleep(stage.random.between(200, 1_000));
      await terminate(stage, time);
      if (time % 5 === 4) await stage.freshen();
    }
    await stage.load.stop();
    // What the service never took was sent to a door that was just being shut: its client knows that nothing happened.
    const cut = stage.load.operations.filter(({ outcome, taken }) => outcome === 'unknown' && taken);
    stage.require(
      'no request in flight fails',
      cut.length === 0,
      cut.map(({ kind, why }) => `${kind} ${why}`).join(', '),
    );
    await stage.load.retryUnknown();
    stage.healed();
  },
};

async function terminate(stage: Stage, time: number): Promise<void> {
  const instance = stage.rig.get(serviceNames[time % serviceNames.length] ?? 'reports');
  const began = Date.now();
  await instance.process.stop();
  const took = Date.now() - began;
  const { lastEnd } = instance.process.slot;
  stage.observe(`${instance.label} ended by SIGTERM`, instance.process.pid === undefined ? 1 : 0);
  stage.require(`${instance.label} exits 0`, lastEnd === 0, String(lastEnd));
  stage.require(`${instance.label} ends within 20 s`, took < ENDED_WITHIN, took);
  await revive(instance);
}
