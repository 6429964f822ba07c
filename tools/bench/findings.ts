import { type Comparison } from './compare.js';
import { type LocateResult } from './locate.js';
import { type FlowFindings } from './measure-flow.js';

/** Milliseconds from the commit of a cause to the commit of its effect. */
export interface LatencyResult {
  readonly samples: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** A service that has nothing to do. */
export interface IdleResult {
  readonly service: string;
  /** Resident memory. */
  readonly mebibytes: number;
  /** Share of a core. */
  readonly processor: number;
}

/** Everything that one run of the bench found out. */
export interface Findings {
  readonly date: Date;
  readonly machine: readonly (readonly [what: string, value: string])[];
  readonly comparisons: readonly Comparison[];
  readonly idle: readonly IdleResult[];
  readonly flow: FlowFindings;
  readonly latency: LatencyResult;
  readonly locate: LocateResult;
}
