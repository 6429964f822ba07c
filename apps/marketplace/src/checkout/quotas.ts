import { type RateLimit } from '@jaki/platform';

const HOUR = 3600;

/** How often a person checks out: each holds goods that others cannot buy meanwhile. */
export const checkingOut: RateLimit = {
  name: 'check_out',
  quotas: { others: { quota: 60, seconds: HOUR } },
};
