import { deadLetterTopic, topics } from '@jaki/contracts';
import { TopicReader, type TopicRecord } from '@jaki/testing';
import { serviceNames } from '../../dev/services.js';
import { type Rig } from '../rig/rig.js';

/** An event as it lies in a topic, copies included. */
export interface SeenEvent {
  readonly topic: string;
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly sequence: number;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly partition: number;
  readonly offset: bigint;
}

export const streams = topics.map(({ name }) => name);
export const deadLetterTopics = serviceNames.map((name) => deadLetterTopic(name).name);

/** Everything that lies in the topics, read past proxies and services by a plain consumer of its own random group. */
export async function readTopics(rig: Rig): Promise<ReadonlyMap<string, readonly SeenEvent[]>> {
  const reader = new TopicReader(rig.servers.kafka.brokers, [...streams, ...deadLetterTopics]);
  try {
    return Map.groupBy((await reader.records()).map(eventOf), ({ topic }) => topic);
  } finally {
    await reader.close();
  }
}

function eventOf({ topic, headers, key = '', value, partition, offset }: TopicRecord): SeenEvent {
  return {
    topic,
    id: headers['ce_id'] ?? '',
    type: headers['ce_type'] ?? '',
    key,
    sequence: Number(headers['ce_sequence']),
    value: value?.toString('utf8') ?? '',
    headers,
    partition,
    offset,
  };
}

/** Where an event lies: `topic/partition@offset`. */
export function placeOf({ topic, partition, offset }: Pick<SeenEvent, 'topic' | 'partition' | 'offset'>): string {
  return `${topic}/${partition}@${offset}`;
}
