import { type RateLimit } from '@jaki/platform';

const HOUR = 3600;

/** How many photos a person uploads, used or not: five to a report, two to a proof. */
export const uploading: RateLimit = {
  name: 'upload_photo',
  quotas: {
    citizen: { quota: 150, seconds: HOUR },
    officer: { quota: 600, seconds: HOUR },
    channel: { quota: 50_000, seconds: HOUR },
    others: { quota: 150, seconds: HOUR },
  },
};
