import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { KAFKA_VERSION } from '@jaki/testing/embedded';

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

function commit(): string {
  try {
    const hash = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' });
    return changed === '' ? hash : `${hash} with changes`;
  } catch {
    return 'unknown';
  }
}
