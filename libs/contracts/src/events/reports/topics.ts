import { FOREVER, type Topic } from '../../topic.js';

/** One stream per report, from filing to closing. */
export const reportTopic = {
  name: 'reports.report.v1',
  owner: 'reports',
  partitions: 6,
  retentionMs: FOREVER,
  description: "Each step of a citizen's report on its way through the agencies",
} as const satisfies Topic;
