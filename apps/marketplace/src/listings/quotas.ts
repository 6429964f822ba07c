import { type RateLimit } from '@jaki/platform';

const DAY = 24 * 3600;

/** How many listings a person begins. */
export const drafting: RateLimit = {
  name: 'draft_listing',
  quotas: { others: { quota: 200, seconds: DAY } },
};
