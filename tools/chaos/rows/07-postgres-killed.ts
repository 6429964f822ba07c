import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from '../rig/instance.js';
import { type Row } from '../row.js';
import { databaseOutage, saysNotReady } from './database-outage.js';

export const postgresKilled: Row = {
  number: 7,
  fault: 'SIGKILL PostgreSQL',
  holds: 'only unknowns; served again < 5 s after heal; not ready meanwhile',
  async run(stage) {
    const { postgres } = stage.rig.servers;
    for (let time = 0; time < stage.either(1, 5); time += 1) {
      await databaseOutage(stage, async () => {
        const { pid } = postgres.process;
        await postgres.kill();
        stage.observe('PostgreSQL ended by SIGKILL', pid !== undefined && stateOf(pid) === undefined ? 1 : 0);
        await saysNotReady(stage, 5_000);
        await sleep(stage.random.between(500, 3_000));
        await postgres.restart();
      });
    }
  },
};
