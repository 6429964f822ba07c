import { type RateLimit } from '@jaki/platform';

const HOUR = 3600;

/** How many reports a person files: a citizen's many, a channel's by the flood. */
export const filing: RateLimit = {
  name: 'file_report',
  quotas: {
    citizen: { quota: 30, seconds: HOUR },
    channel: { quota: 50_000, seconds: HOUR },
    others: { quota: 30, seconds: HOUR },
  },
};
