import { type ContestResult } from './contest.js';
import { type LocateResult } from './locate.js';

/** Milliseconds from the commit of a cause to the commit of its effect. */
export interface LatencyResult {
  readonly samples: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** Everything that one run of the bench found out. */
export interface Findings {
  readonly date: Date;
  readonly machine: readonly (readonly [what: string, value: string])[];
  readonly contests: readonly ContestResult[];
  /** Resident memory at idle in MiB, by service. */
  readonly memory: readonly (readonly [service: string, mebibytes: number])[];
  readonly latency: LatencyResult;
  readonly locate: LocateResult;
}
