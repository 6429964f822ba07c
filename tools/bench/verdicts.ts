import { type Comparison, worstRatio } from './compare.js';
import { rangeOf } from './figures.js';
import { type Findings } from './findings.js';
import { type FlowFindings, type PaceResult } from './measure-flow.js';

export const MOST_MEMORY_MIB = 150;
export const MOST_IDLE_PROCESSOR = 0.01;
export const LEAST_AGAINST_PG_BOSS = 2;
export const LEAST_LOOK_UPS = 200_000;

export type Verdict = 'reached' | 'above the floor' | 'below the floor';

/** How the service stands to the bare server at equal load. */
export function verdictOf(comparison: Comparison): Verdict {
  const worst = worstRatio(comparison);
  if (worst >= comparison.scenario.aim) return 'reached';
  return worst >= comparison.scenario.floor ? 'above the floor' : 'below the floor';
}

/** What is worse than it may be, in words; empty when nothing is. */
export function shortcomings({ comparisons, idle, flow, locate }: Findings): string[] {
  const slow = comparisons
    .filter((result) => verdictOf(result) === 'below the floor')
    .map(({ scenario: { title, floor } }) => `${title} is below its floor of ${floor}`);
  const large = idle
    .filter(({ mebibytes }) => mebibytes > MOST_MEMORY_MIB)
    .map(
      ({ service, mebibytes }) => `${service} takes ${Math.round(mebibytes)} MiB at idle, more than ${MOST_MEMORY_MIB}`,
    );
  const busy = idle
    .filter(({ processor }) => processor > MOST_IDLE_PROCESSOR)
    .map(({ service, processor }) => {
      const [percent, most] = [(processor * 100).toFixed(1), MOST_IDLE_PROCESSOR * 100];
      return `${service} takes ${percent} % of a core at idle, more than ${most}`;
    });
  const lookUps = rangeOf(locate.rates).middle;
  const lost = lookUps < LEAST_LOOK_UPS ? [`locate does ${Math.round(lookUps)} look-ups a second`] : [];
  return [...slow, ...large, ...busy, ...lost, ...flowShortcomings(flow)];
}

/** How many times as fast as pg-boss a backlog is worked off. The first two rows are these two. */
export function againstPgBoss({ throughput: [ours, theirs] }: FlowFindings): number {
  return (ours?.rate.middle ?? 0) / (theirs?.rate.middle ?? NaN);
}

function flowShortcomings(flow: FlowFindings): string[] {
  const { throughput, latency } = flow;
  const times = againstPgBoss(flow);
  const close = times < LEAST_AGAINST_PG_BOSS ? [`a backlog: only ${times.toFixed(1)} times as fast as pg-boss`] : [];
  const slow = throughput
    .filter(({ rate, floor = 0 }) => rate.middle < floor)
    .map(({ title, rate, floor }) => `${title}: ${Math.round(rate.middle)} events a second, below ${String(floor)}`);
  const late = latency
    .filter((result) => !isInTime(result))
    .map(({ title, most }) => `${title}: the ${most.quantile} is above ${most.ms} ms`);
  return [...slow, ...close, ...late];
}

/** Whether events came as soon as they have to. */
export function isInTime({ p50, p99, most }: PaceResult): boolean {
  return (most.quantile === 'p50' ? p50 : p99) <= most.ms;
}
