import { type RateLimit } from '@jaki/platform';

const HOUR = 3600;

/**
 * How often somebody is given tokens. They last ten minutes, and one request gives those for all services: an app that is
 * in use all the time asks six times an hour.
 */
export const tokenRequests: RateLimit = {
  name: 'request_tokens',
  quotas: {
    citizen: { quota: 120, seconds: HOUR },
    channel: { quota: 600, seconds: HOUR },
    others: { quota: 120, seconds: HOUR },
  },
};
