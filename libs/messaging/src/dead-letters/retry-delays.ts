import { type Reason } from '../consumer/retry-policy.js';

/**
 * After how many milliseconds a dead letter is tried again by itself: first, second, … time. When they are used up it
 * waits for a person.
 */
export type RetryDelays = readonly number[];

const MINUTE = 60_000;
export const USUAL_DELAYS: RetryDelays = [MINUTE, 10 * MINUTE, 60 * MINUTE];

/** In milliseconds; undefined when only a person can help. What is wrong in itself does not mend with time. */
export function nextDelay(delays: RetryDelays, reason: Reason, used: number): number | undefined {
  return reason === 'poison' ? undefined : delays[used];
}
