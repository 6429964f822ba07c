/** A Kafka topic as it must exist: services and tools create exactly these. */
export interface Topic {
  /** `<service>.<aggregate>.v<major>` */
  readonly name: string;
  /** The service that alone may write to it. Equals `ce_source`. */
  readonly owner: string;
  readonly partitions: number;
  /** How long events stay, in milliseconds; -1 for ever. */
  readonly retentionMs: number;
  readonly description: string;
}

const FOREVER = -1;

/** One stream per organisation: its registration and its changes, the newest event holding its whole state. */
export const organisationTopic = {
  name: 'identity.organisation.v1',
  owner: 'identity',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'Agencies, sub-agencies, kelurahan offices and validators: what they are called and answer for',
} as const satisfies Topic;

/** One stream per report, from filing to closing. */
export const reportTopic = {
  name: 'reports.report.v1',
  owner: 'reports',
  partitions: 6,
  retentionMs: FOREVER,
  description: "Each step of a citizen's report on its way through the agencies",
} as const satisfies Topic;

/** Every topic of the platform. Dead-letter topics belong to consumer groups: see `deadLetterTopic`. */
export const topics: readonly Topic[] = [organisationTopic, reportTopic];

/** Where a consumer group's dead messages are announced, kept for 30 days (the truth about them is in its database). */
export function deadLetterTopic(group: string): Topic {
  return {
    name: `${group}.dlq`,
    owner: group,
    partitions: 1,
    retentionMs: 30 * 24 * 60 * 60 * 1000,
    description: `Messages that ${group} could not handle`,
  };
}
