import { type RateLimit } from '@jaki/platform';

/** How many codes a seller tries: a code must not be found by trying. */
export const handingOver: RateLimit = {
  name: 'hand_over',
  quotas: { others: { quota: 60, seconds: 3600 } },
};
