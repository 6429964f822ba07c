import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the process that is measured is told. */
export interface FlowJob {
  readonly kind: 'drain' | 'pg-boss' | 'live' | 'latency';
  readonly brokers: readonly string[];
  readonly prefix: string;
  /** Databases of the service that announces and of the one that has the effects. */
  readonly writer: string;
  readonly reader: string;
  /** Consumer group; a new one reads from the beginning. */
  readonly group: string;
  readonly events: number;
  readonly perTransaction: number;
  /** For `latency`: events a second. */
  readonly pace: number;
  /** Of PostgreSQL and Kafka, whose processor time is looked up. */
  readonly servers: { readonly postgres: number; readonly kafka: number };
}

/** What it found. Processor times in microseconds an event. */
export interface FlowResult {
  /** Events that had their effect in the measured time, a second. */
  readonly rate: number;
  readonly node: number;
  readonly postgres: number;
  readonly kafka: number;
  /** Milliseconds from commit to commit, for `latency` only. */
  readonly latencies: readonly number[];
}

const program = fileURLToPath(new URL('../../dist/bench/flow/flow.js', import.meta.url));

/**
 * Runs one measurement in a process of its own, all of it on one core.
 *
 * @throws Error when an event had no effect or more than one
 */
export async function runFlow(job: FlowJob, core: number): Promise<FlowResult> {
  const args = ['-c', String(core), process.execPath, program, JSON.stringify(job)];
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout } = await promisify(execFile)('taskset', args, { env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as FlowResult;
}
