import { FOREVER, type Topic } from '../../topic.js';

/** One stream per organisation: its registration and its changes, the newest event holding its whole state. */
export const organisationTopic = {
  name: 'identity.organisation.v1',
  owner: 'identity',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'Agencies, sub-agencies, kelurahan offices and validators: what they are called and answer for',
} as const satisfies Topic;
