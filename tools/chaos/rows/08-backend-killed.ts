import { becomesTrue, queryOnce } from '@jaki/testing/embedded';
import { stateOf } from '../rig/instance.js';
import { type Row } from '../row.js';
import { databaseOutage } from './database-outage.js';

/** Its death makes PostgreSQL end all sessions and recover: not ready for too short a time to be sure to see it. */
export const backendKilled: Row = {
  number: 8,
  fault: 'SIGKILL one backend of PostgreSQL',
  holds: 'only unknowns; served again < 5 s after heal',
  async run(stage) {
    const { url } = stage.rig.servers.postgres;
    for (let time = 0; time < stage.either(2, 10); time += 1) {
      await databaseOutage(stage, async () => {
        const service = stage.random.pick(['identity', 'reports', 'notifications', 'marketplace']);
        const query = 'SELECT pid FROM pg_stat_activity WHERE application_name = $1';
        const [backend] = await queryOnce<{ pid: number }>(url, query, [service]);
        if (backend) process.kill(backend.pid, 'SIGKILL');
        const gone = await becomesTrue(() => backend !== undefined && stateOf(backend.pid) === undefined, 5_000, 5);
        stage.observe(`a backend of ${service} killed`, gone ? 1 : 0);
        await becomesTrue(
          () =>
            queryOnce(url, 'SELECT 1').then(
              () => true,
              () => false,
            ),
          30_000,
          50,
        );
      });
    }
  },
};
