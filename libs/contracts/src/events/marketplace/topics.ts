import { FOREVER, type Topic } from '../../topic.js';

/** One stream per business, from its application on. */
export const businessTopic = {
  name: 'marketplace.business.v1',
  owner: 'marketplace',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'Businesses on the platform: their application, how it was checked, suspension and closing',
} as const satisfies Topic;
