import { type ContestResult, ratios } from './contest.js';
import { type Findings } from './findings.js';
import { rangeOf } from './figures.js';

export const MOST_MEMORY_MIB = 150;
export const LEAST_LOOK_UPS = 200_000;

export type Verdict = 'reached' | 'above the floor' | 'below the floor';

/** The worse of the two ratios counts: fewer requests a second and more processor time a request are both paid for. */
export function verdictOf(result: ContestResult): Verdict {
  const { rate, cost } = ratios(result);
  const worse = Math.min(rate, cost);
  if (worse >= result.discipline.aim) return 'reached';
  return worse >= result.discipline.floor ? 'above the floor' : 'below the floor';
}

/** What is worse than it may be, in words; empty when nothing is. */
export function shortcomings({ contests, memory, locate }: Findings): string[] {
  const slow = contests
    .filter((result) => verdictOf(result) === 'below the floor')
    .map(({ discipline: { title, floor } }) => `${title} is below its floor of ${floor}`);
  const large = memory
    .filter(([, mebibytes]) => mebibytes > MOST_MEMORY_MIB)
    .map(
      ([service, mebibytes]) => `${service} takes ${Math.round(mebibytes)} MiB at idle, more than ${MOST_MEMORY_MIB}`,
    );
  const lookUps = rangeOf(locate.rates).middle;
  const lost = lookUps < LEAST_LOOK_UPS ? [`locate does ${Math.round(lookUps)} look-ups a second`] : [];
  return [...slow, ...large, ...lost];
}
