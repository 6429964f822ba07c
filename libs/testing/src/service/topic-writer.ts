import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';

export interface RawMessage {
  readonly key: string;
  readonly value: Buffer | string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes to topics as a foreign producer would, with a plain kafkajs producer. */
export class TopicWriter {
  private readonly kafka: Kafka;
  private producer: Promise<Producer> | undefined;

  constructor(brokers: readonly string[]) {
    const retry = { retries: 50, initialRetryTime: 100, maxRetryTime: 1000 };
    this.kafka = new Kafka({ brokers: [...brokers], clientId: 'topic-writer', logLevel: logLevel.NOTHING, retry });
  }

  async write(topic: string, { key, value, headers = {} }: RawMessage): Promise<void> {
    this.producer ??= this.connect();
    const producer = await this.producer;
    await producer.send({ topic, acks: -1, messages: [{ key, value, headers: { ...headers } }] });
  }

  async close(): Promise<void> {
    await (await this.producer)?.disconnect();
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    return producer;
  }
}
