/** One stream per __thing__. */
export const __thing__Topic = {
  name: '__service__.__thing__.v1',
  owner: '__service__',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'What happens to __things__',
} as const satisfies Topic;
