import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { kafkaClient } from './client.js';

/** A message for a topic, which is named without the prefix of this installation. */
export interface OutboundMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

/** The broker will never take these bytes, however often they are sent. */
export class RefusedByBroker extends Error {
  override readonly name = 'RefusedByBroker';
}

const REFUSALS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'POLICY_VIOLATION',
  'UNSUPPORTED_FOR_MESSAGE_FORMAT',
]);

/** Writes to Kafka. All replicas in sync have the messages once `send` resolves. */
export class Sender {
  readonly #kafka: Kafka;
  readonly #prefix: string;
  #producer: Promise<Producer> | undefined;

  constructor(brokers: readonly string[], clientId: string, topicPrefix: string) {
    this.#kafka = kafkaClient(() => brokers, clientId, { retry: { retries: 0 } });
    this.#prefix = topicPrefix;
  }

  /**
   * Sends all of them, in this order within a key. When it fails, some may have arrived: send all of them again.
   *
   * @throws RefusedByBroker when trying again is no use
   */
  async send(messages: readonly OutboundMessage[]): Promise<void> {
    this.#producer ??= this.#connect();
    try {
      const producer = await this.#producer;
      await producer.sendBatch({ acks: -1, timeout: 10_000, topicMessages: this.#byTopic(messages) });
    } catch (error) {
      await this.close();
      throw refusal(error) ?? error;
    }
  }

  /** Lets go of the connection; the next send makes a new one. */
  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.then((connected) => connected.disconnect()).catch(() => undefined);
  }

  /** Not `idempotent`: kafkajs loses acknowledged messages with it. Consumers tell doubles by `ce_id`. */
  async #connect(): Promise<Producer> {
    const producer = this.#kafka.producer({
      idempotent: false,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }

  #byTopic(messages: readonly OutboundMessage[]): { topic: string; messages: Message[] }[] {
    const topics = Map.groupBy(messages, (message) => message.topic);
    return [...topics].map(([topic, sent]) => ({
      topic: this.#prefix + topic,
      messages: sent.map(({ key, headers, value }) => ({ key, headers: { ...headers }, value })),
    }));
  }
}

function refusal(error: unknown): RefusedByBroker | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('type' in at && REFUSALS.has(String(at.type))) return new RefusedByBroker(at.message, { cause: error });
  }
  return undefined;
}
