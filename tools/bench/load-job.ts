import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the load generator is told. */
export interface LoadJob {
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
  readonly connections: number;
  /** Requests a second, each sent when it is due; without it each connection sends as soon as it has its answer. */
  readonly rate?: number | undefined;
  /** True files a new report with each request; false reads the paths in turn. */
  readonly filing: boolean;
  readonly paths: readonly string[];
}

/** What it saw. */
export interface LoadResult {
  /** Answers with a status of 200 to 299. */
  readonly answered: number;
  /** Other answers and broken connections. */
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds from when a request was due to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the generator itself, in microseconds a request. */
  readonly cost: number;
}

const generator = fileURLToPath(new URL('../dist/bench/load.js', import.meta.url));

/**
 * Runs the load generator on one core, to its end.
 *
 * @throws Error when a single answer was not 2xx: such a round measures nothing
 */
export async function runLoad(job: LoadJob, core: number): Promise<LoadResult> {
  const args = ['-c', String(core), process.execPath, generator, JSON.stringify(job)];
  const { stdout } = await promisify(execFile)('taskset', args);
  return requireAnswers(JSON.parse(stdout) as LoadResult, job.url);
}

/** @throws Error when an answer failed, or when there was none */
export function requireAnswers(result: LoadResult, url: string): LoadResult {
  if (result.failed > 0 || result.answered === 0) {
    throw new Error(`${result.failed} requests to ${url} failed, ${result.answered} were answered`);
  }
  return result;
}
