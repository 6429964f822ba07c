import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { KAFKA_VERSION } from '@jaki/testing/embedded';
import { commit } from '../dev/commit.js';

const BUSY = 1;

/** How much others keep the machine busy now, as its load average of one minute; warns when that spoils the figures. */
export function loadBefore(): number {
  const load = loadavg()[0] ?? 0;
  if (load > BUSY) console.warn(`The machine is busy (load ${load.toFixed(1)}): the figures will be poor and uneven.`);
  return load;
}

/** What the figures were measured on: they mean little elsewhere, the ratios more. */
export function describeMachine(postgresVersion: string, load: number): [what: string, value: string][] {
  return [
    ['processor', `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores used`],
    ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['Node', process.version],
    ['PostgreSQL', postgresVersion],
    ['Kafka', KAFKA_VERSION],
    ['commit', commit()],
    [
      'load before the start',
      `${load.toFixed(1)}${load > BUSY ? ': a busy machine, so do not trust the figures' : ''}`,
    ],
  ];
}
