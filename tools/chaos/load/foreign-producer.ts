import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { placeOf } from '../count/topics.js';
import { type Rig } from '../rig/rig.js';

export interface ForeignMessage {
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes what it likes to the topics, past all services, with a plain producer. */
export class ForeignProducer {
  private constructor(private readonly producer: Producer) {}

  static async connect(rig: Rig): Promise<ForeignProducer> {
    const kafka = new Kafka({ brokers: rig.servers.kafka.brokers, clientId: 'foreign', logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    return new ForeignProducer(producer);
  }

  /** @returns where it lies now: `topic/partition@offset` */
  async write(topic: string, { key, value, headers }: ForeignMessage): Promise<string> {
    const [written] = await this.producer.send({
      topic,
      acks: -1,
      messages: [{ key, value, headers: { ...headers } }],
    });
    if (!written) throw new Error(`${topic} did not take a message`);
    return placeOf({ topic, partition: written.partition, offset: BigInt(written.baseOffset ?? '-1') });
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect();
  }
}
