import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { pause, within } from '../pause.js';
import { type InboundMessage, type Progress } from './message.js';

/** How long one partition may keep kafkajs busy: while it does, nothing else of that broker is fetched. */
const PASS_MS = 300;
/** What one step may take of it. More than what is left, as parking a quick one costs a fetch: up to 500 ms. */
const STEP_MS = 200;
/** Of how many messages one step may be. */
const AT_MOST = 100;
/** What a crash brings once more, for the inbox to absorb: the price of not asking Kafka to commit each small batch. */
const COMMIT_MS = 250;

/** What a pass needs beside the batch. */
export interface PassOptions {
  readonly prefix: string;
  /** Handles the first of these messages of one partition, or several. */
  readonly handle: (messages: readonly InboundMessage[]) => Promise<Progress>;
  readonly onLag: (topic: string, partition: number, messages: number) => void;
  readonly stopping: AbortSignal;
}

/** Messages of one partition that are handled in one go. */
interface Step {
  readonly place: string;
  readonly messages: readonly InboundMessage[];
}

/**
 * Walks through fetched batches. A step that takes long or has to wait parks its partition, which kafkajs then leaves
 * alone until it is resumed: all other partitions go on. Never throws, never skips a message.
 */
export class PartitionPass {
  readonly #parked = new Set<Promise<void>>();
  /** The last message that was finished while its partition was parked: kafkajs will bring it once more. */
  readonly #finished = new Map<string, string>();
  #toCommit: EachBatchPayload | undefined;
  #commitTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PassOptions) {}

  /** kafkajs's `eachBatch`. What is left unresolved is fetched again. */
  async run(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const place = `${batch.topic}/${batch.partition}`;
    const until = performance.now() + PASS_MS;
    const inbound = batch.messages.map((message) => this.#toInbound(batch, message));
    this.#reportLag(batch, batch.messages[0]?.offset);
    try {
      let next = this.#afterFinished(place, payload);
      while (next < inbound.length) {
        if (!payload.isRunning() || payload.isStale() || performance.now() > until) break;
        const messages = inbound.slice(next, next + AT_MOST);
        const finished = await this.#step(payload, { place, messages });
        if (finished === 0) break;
        next += finished;
        this.#resolve(payload, next - 1);
        await payload.heartbeat();
      }
    } catch {
      // A rebalance or a lost broker. kafkajs meets the same error outside and joins again; what was not committed
      // comes once more and is known to the inbox.
    }
    this.#toCommit = payload;
    // kafkajs leaves the group as soon as its last pass has ended: afterwards it is too late.
    if (payload.isRunning()) this.#commitSoon();
    else await this.commit();
  }

  /** Tells Kafka how far all partitions are. Those of a group that was shared out anew are not ours to tell. */
  async commit(): Promise<void> {
    const payload = this.#toCommit;
    clearTimeout(this.#commitTimer);
    this.#toCommit = this.#commitTimer = undefined;
    if (payload === undefined) return;
    const offsets = payload.uncommittedOffsets();
    if (offsets.topics.length === 0) return;
    await payload.commitOffsetsIfNecessary(offsets).catch(() => {
      if (!payload.isRunning()) return;
      this.#toCommit ??= payload;
      this.#commitSoon();
    });
  }

  /** Waits for messages that are still being handled. */
  async settle(): Promise<void> {
    await Promise.all(this.#parked);
  }

  #commitSoon(): void {
    this.#commitTimer ??= setTimeout(() => void this.commit(), COMMIT_MS);
  }

  /** Where to go on in a batch whose beginning was finished while its partition was parked. */
  #afterFinished(place: string, payload: EachBatchPayload): number {
    const offset = this.#finished.get(place);
    this.#finished.delete(place);
    const index = payload.batch.messages.findIndex((message) => message.offset === offset);
    if (index >= 0) this.#resolve(payload, index);
    return index + 1;
  }

  /** How many of the messages are done with; 0 when their partition is parked. */
  async #step(payload: EachBatchPayload, step: Step): Promise<number> {
    const handling = this.options.handle(step.messages);
    const progress = await within(handling, STEP_MS);
    if (progress !== undefined && progress.retryInMs === undefined) return progress.finished;
    const parked = this.#park(handling, step, payload.pause());
    this.#parked.add(parked);
    void parked.finally(() => this.#parked.delete(parked));
    return 0;
  }

  async #park(handling: Promise<Progress>, { place, messages }: Step, resume: () => void): Promise<void> {
    const { finished, retryInMs } = await handling;
    const last = messages[finished - 1];
    if (last) this.#finished.set(place, last.offset);
    if (retryInMs !== undefined) await pause(retryInMs, this.options.stopping);
    resume();
  }

  #resolve(payload: EachBatchPayload, index: number): void {
    const { offset = '-1' } = payload.batch.messages[index] ?? {};
    payload.resolveOffset(offset);
    this.#reportLag(payload.batch, String(BigInt(offset) + 1n));
  }

  #toInbound({ topic, partition }: { topic: string; partition: number }, message: KafkaMessage): InboundMessage {
    const { offset, key, value, headers = {}, unreadable } = message as KafkaMessage & { unreadable?: string };
    const recordedAt = momentOf(message.timestamp);
    const place = { topic: topic.slice(this.options.prefix.length), partition, offset };
    return { ...place, recordedAt, key, value, headers, unreadable };
  }

  /** As of the last fetch: what arrives while a partition is parked is counted when it is fetched again. */
  #reportLag({ topic, partition, highWatermark }: EachBatchPayload['batch'], next: string | undefined): void {
    const lag = Number(BigInt(highWatermark) - BigInt(next ?? highWatermark));
    this.options.onLag(topic.slice(this.options.prefix.length), partition, lag);
  }
}

/** The year 10000: what lies behind it no calendar of ours holds. */
const LATEST = 253_402_300_800_000;

/** When a record was written, by whoever wrote it: any number, and -1 when unknown. Never one that cannot be stored. */
function momentOf(timestamp: string): Date {
  const milliseconds = Number(timestamp);
  return new Date(milliseconds >= 0 && milliseconds < LATEST ? milliseconds : 0);
}
