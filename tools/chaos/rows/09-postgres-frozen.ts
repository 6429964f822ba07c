import { familyOf, freezeFor } from '../rig/breaking.js';
import { type Row } from '../row.js';
import { databaseOutage, saysNotReady } from './database-outage.js';

export const postgresFrozen: Row = {
  number: 9,
  fault: 'SIGSTOP PostgreSQL, all of its processes, 20 s',
  holds: 'only unknowns; served again < 5 s after heal; not ready meanwhile',
  async run(stage) {
    const { pid } = stage.rig.servers.postgres.process;
    await databaseOutage(stage, async () => {
      const family = pid === undefined ? [] : familyOf(pid);
      const milliseconds = stage.either(8_000, 20_000);
      const [stopped] = await Promise.all([freezeFor(family, milliseconds), saysNotReady(stage, milliseconds)]);
      stage.observe('processes of PostgreSQL seen in state T', stopped, 10);
    });
  },
};
