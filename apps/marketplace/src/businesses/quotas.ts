import { type RateLimit } from '@jaki/platform';

const DAY = 24 * 3600;

/** How many businesses a person applies for. */
export const applying: RateLimit = {
  name: 'apply_for_business',
  quotas: { others: { quota: 10, seconds: DAY } },
};
