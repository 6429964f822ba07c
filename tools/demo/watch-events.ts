import { randomUUID } from 'node:crypto';
import { type Consumer, type EachMessagePayload, Kafka, logLevel } from 'kafkajs';

const TOPIC = 'reports.report.v1';

export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: number;
}

/**
 * Reads what reports announces with a plain consumer that knows nothing of our libraries: what it sees is what any
 * other program in the city would see.
 */
export class EventWatch {
  readonly #seen: SeenEvent[] = [];

  private constructor(
    private readonly kafka: Kafka,
    private readonly group: string,
    private readonly consumer: Consumer,
  ) {}

  /** @param onEvent called for each event from now on; answer false to act as if it had never come */
  static async start(broker: string, onEvent: (event: SeenEvent) => boolean): Promise<EventWatch> {
    const retry = { retries: 20, initialRetryTime: 100, maxRetryTime: 1000 };
    const kafka = new Kafka({ brokers: [broker], clientId: 'demo', logLevel: logLevel.NOTHING, retry });
    const group = `demo-${randomUUID()}`;
    const watch = new EventWatch(kafka, group, kafka.consumer({ groupId: group, maxWaitTimeInMs: 50 }));
    await watch.#follow(onEvent);
    return watch;
  }

  /** The events of one report so far, as they lie in the topic. */
  of(reportId: string | undefined): SeenEvent[] {
    return this.#seen.filter((event) => event.subject === reportId);
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
    await this.consumer.subscribe({ topic: TOPIC, fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: (payload) => {
        const event = eventOf(payload);
        if (onEvent(event)) this.#seen.push(event);
        return Promise.resolve();
      },
    });
    // Where the topic ended before the story began: joining takes a while, and nothing may be missed meanwhile.
    for (const { partition, offset } of from) this.consumer.seek({ topic: TOPIC, partition, offset });
  }

  async #ends(): Promise<{ partition: number; offset: string }[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(TOPIC);
    await admin.disconnect();
    return offsets.map(({ partition, high }) => ({ partition, offset: high }));
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
