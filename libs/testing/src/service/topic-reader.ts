import { randomUUID } from 'node:crypto';
import { type Consumer, type EachMessagePayload, Kafka, logLevel } from 'kafkajs';
import { becomesTrue } from '../embedded/wait.js';

/** A record as it lies in a topic. */
export interface TopicRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | undefined;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads topics from their beginning with a plain kafkajs consumer: independent of the messaging library. */
export class TopicReader {
  private readonly kafka: Kafka;
  private consumer: Promise<Consumer> | undefined;
  private readonly seen: TopicRecord[] = [];

  constructor(
    brokers: readonly string[],
    private readonly topics: readonly string[],
  ) {
    const retry = { retries: 50, initialRetryTime: 100, maxRetryTime: 1000 };
    this.kafka = new Kafka({ brokers: [...brokers], clientId: 'topic-reader', logLevel: logLevel.NOTHING, retry });
  }

  /** Every record that lies in the topics now, in order within each partition. */
  async records(): Promise<readonly TopicRecord[]> {
    this.consumer ??= this.connect();
    await this.consumer;
    const ends = await this.ends();
    const caughtUp = () => ends.every(({ topic, partition, count }) => this.seenOf(topic, partition) >= count);
    if (!(await becomesTrue(caughtUp, 30_000, 10))) throw new Error(`could not read all of ${this.topics.join(', ')}`);
    return [...this.seen];
  }

  async close(): Promise<void> {
    await (await this.consumer)?.disconnect();
  }

  private async connect(): Promise<Consumer> {
    const groupId = `topic-reader-${randomUUID()}`;
    const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: 50, sessionTimeout: 10_000 });
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: (payload) => {
        this.seen.push(recordOf(payload));
        return Promise.resolve();
      },
    });
    return consumer;
  }

  private async ends(): Promise<{ topic: string; partition: number; count: bigint }[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const all = await Promise.all(
        this.topics.map(async (topic) =>
          (await admin.fetchTopicOffsets(topic)).map(({ partition, high, low }) => {
            return { topic, partition, count: BigInt(high) - BigInt(low) };
          }),
        ),
      );
      return all.flat();
    } finally {
      await admin.disconnect();
    }
  }

  private seenOf(topic: string, partition: number): bigint {
    return BigInt(this.seen.filter((record) => record.topic === topic && record.partition === partition).length);
  }
}

function recordOf({ topic, partition, message }: EachMessagePayload): TopicRecord {
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key?.toString(),
    value: message.value,
    headers: Object.fromEntries(headers) as Record<string, string>,
  };
}
