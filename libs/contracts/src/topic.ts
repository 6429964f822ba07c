/** A Kafka topic as it must exist: services and tools create exactly these. */
export interface Topic {
  /** `<service>.<aggregate>.v<major>` */
  readonly name: string;
  /** The service that alone may write to it, and the folder of `events/` that declares it. Equals `ce_source`. */
  readonly owner: string;
  readonly partitions: number;
  /** How long events stay, in milliseconds; `FOREVER` for ever. */
  readonly retentionMs: number;
  readonly description: string;
}

/** A retention without an end: a service that is added or rebuilt reads from the beginning. */
export const FOREVER = -1;

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
