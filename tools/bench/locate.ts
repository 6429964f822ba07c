import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface LocateResult {
  /** Look-ups a second, one figure a turn. */
  readonly rates: readonly number[];
  /** What the regions of Jakarta take in memory. */
  readonly mebibytes: number;
  /** Share of the positions that lay in Jakarta. */
  readonly inside: number;
}

const job = fileURLToPath(new URL('../dist/bench/locate-job.js', import.meta.url));

/** Measures `locate` alone on one core. */
export async function measureLocate(core: number): Promise<LocateResult> {
  const { stdout } = await promisify(execFile)('taskset', ['-c', String(core), process.execPath, '--expose-gc', job]);
  return JSON.parse(stdout) as LocateResult;
}
