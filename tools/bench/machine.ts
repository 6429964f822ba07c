import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { KAFKA_VERSION } from '@jaki/testing/embedded';

/** What the figures were measured on: they mean little elsewhere, the ratios more. */
export function describeMachine(postgresVersion: string): [what: string, value: string][] {
  return [
    ['processor', `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores used`],
    ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['Node', process.version],
    ['PostgreSQL', postgresVersion],
    ['Kafka', KAFKA_VERSION],
    ['commit', commit()],
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
