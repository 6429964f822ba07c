import { randomUUID } from 'node:crypto';
import { type Consumer, type EachMessagePayload, Kafka, logLevel } from 'kafkajs';

export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
}

/**
 * Reads what services announce with a plain consumer that knows nothing of our libraries: what it sees is what any other
 * program in the city would see.
 */
export class EventWatch {
  readonly #seen: SeenEvent[] = [];

  private constructor(
    private readonly kafka: Kafka,
    private readonly group: string,
    private readonly consumer: Consumer,
    private readonly topics: readonly string[],
  ) {}

  /** @param onEvent called for each event from now on; answer false to act as if it had never come */
  static async start(
    broker: string,
    topics: readonly string[],
    onEvent: (event: SeenEvent) => boolean,
  ): Promise<EventWatch> {
    const retry = { retries: 20, initialRetryTime: 100, maxRetryTime: 1000 };
    const kafka = new Kafka({ brokers: [broker], clientId: 'demo', logLevel: logLevel.NOTHING, retry });
    const group = `demo-${randomUUID()}`;
    const watch = new EventWatch(kafka, group, kafka.consumer({ groupId: group, maxWaitTimeInMs: 50 }), topics);
    await watch.#follow(onEvent);
    return watch;
  }

  /** The events of one subject so far, as they lie in its topic. */
  of(id: string | undefined): SeenEvent[] {
    return this.#seen.filter((event) => event.subject === id);
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
    const admin = this.kafka.admin();
    await admin.connect();
    await admin.deleteGroups([this.group]);
    await admin.disconnect();
  }

  async #follow(onEvent: (event: SeenEvent) => boolean): Promise<void> {
    const from = await this.#ends();
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...this.topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: (payload) => {
        const event = eventOf(payload);
        if (onEvent(event)) this.#seen.push(event);
        return Promise.resolve();
      },
    });
    // Where the topics ended before the story began: joining takes a while, and nothing may be missed meanwhile.
    for (const end of from) this.consumer.seek(end);
  }

  async #ends(): Promise<{ topic: string; partition: number; offset: string }[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    const ends = this.topics.map(async (topic) => {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.map(({ partition, high }) => ({ topic, partition, offset: high }));
    });
    const all = await Promise.all(ends);
    await admin.disconnect();
    return all.flat();
  }
}

function eventOf({ message }: EachMessagePayload): SeenEvent {
  const header = (name: string) => String(message.headers?.[name]);
  return {
    id: header('ce_id'),
    type: header('ce_type'),
    subject: header('ce_subject'),
    sequence: Number(header('ce_sequence')),
  };
}
