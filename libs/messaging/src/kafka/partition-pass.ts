import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { type InboundMessage, type Verdict } from '../consumer/message.js';
import { pause, within } from '../pause.js';

/** How long one partition may keep kafkajs busy: while it does, nothing else of that broker is fetched. */
const PASS_MS = 300;
/** What one message may take of it. More than what is left, as parking a quick one costs a fetch: up to 300 ms. */
const MESSAGE_MS = 200;

/** What a pass needs beside the batch. */
export interface PassOptions {
  readonly prefix: string;
  readonly handle: (message: InboundMessage) => Promise<Verdict>;
  readonly onLag: (topic: string, partition: number, messages: number) => void;
  readonly stopping: AbortSignal;
}

/**
 * Walks through fetched batches. A message that takes long or has to wait parks its partition, which kafkajs then
 * leaves alone until it is resumed: all other partitions go on. Never throws, never skips a message.
 */
export class PartitionPass {
  readonly #parked = new Set<Promise<void>>();
  /** Messages that were finished while their partition was parked: kafkajs will bring them once more. */
  readonly #finished = new Map<string, string>();

  constructor(private readonly options: PassOptions) {}

  /** kafkajs's `eachBatch`. What is left unresolved is fetched again. */
  async run(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const until = performance.now() + PASS_MS;
    this.#reportLag(batch, batch.messages[0]?.offset);
    try {
      for (const message of batch.messages) {
        if (!payload.isRunning() || payload.isStale() || performance.now() > until) break;
        if (!(await this.#step(payload, message))) break;
        payload.resolveOffset(message.offset);
        this.#reportLag(batch, String(BigInt(message.offset) + 1n));
        await payload.heartbeat();
      }
      await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());
    } catch {
      // A rebalance or a lost broker. kafkajs meets the same error outside and joins again; what was not committed
      // comes once more and is known to the inbox.
    }
  }

  /** Waits for messages that are still being handled. */
  async settle(): Promise<void> {
    await Promise.all(this.#parked);
  }

  /** True when the message is done with; false when its partition is parked. */
  async #step(payload: EachBatchPayload, message: KafkaMessage): Promise<boolean> {
    const { batch } = payload;
    const place = `${batch.topic}/${batch.partition}`;
    if (this.#finished.get(place) === message.offset) return this.#finished.delete(place);
    const handling = this.options.handle(this.#toInbound(batch, message));
    const verdict = await within(handling, MESSAGE_MS);
    if (verdict?.done) return true;
    const parked = this.#park(handling, { place, offset: message.offset, resume: payload.pause() });
    this.#parked.add(parked);
    void parked.finally(() => this.#parked.delete(parked));
    return false;
  }

  async #park(handling: Promise<Verdict>, at: { place: string; offset: string; resume: () => void }): Promise<void> {
    const verdict = await handling;
    if (verdict.done) this.#finished.set(at.place, at.offset);
    else await pause(verdict.retryInMs, this.options.stopping);
    at.resume();
  }

  #toInbound({ topic, partition }: { topic: string; partition: number }, message: KafkaMessage): InboundMessage {
    const { offset, timestamp, key, value, headers = {} } = message;
    const recordedAt = new Date(Number(timestamp));
    return { topic: topic.slice(this.options.prefix.length), partition, offset, recordedAt, key, value, headers };
  }

  /** As of the last fetch: what arrives while a partition is parked is counted when it is fetched again. */
  #reportLag({ topic, partition, highWatermark }: EachBatchPayload['batch'], next: string | undefined): void {
    const lag = Number(BigInt(highWatermark) - BigInt(next ?? highWatermark));
    this.options.onLag(topic.slice(this.options.prefix.length), partition, lag);
  }
}
