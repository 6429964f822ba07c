import { Logger } from '@nestjs/common';
import { type Consumer } from 'kafkajs';
import { type ConsumerHealth } from '../consumer/consumer-health.js';
import { backoff, pause, within } from '../pause.js';
import { kafkaClient } from './client.js';
import { PartitionPass, type PassOptions } from './partition-pass.js';

/** What to read, as whom, and what to do with it. */
export interface SubscriberOptions extends Omit<PassOptions, 'stopping'> {
  readonly brokers: readonly string[];
  /** With its prefix. */
  readonly group: string;
  /** Without their prefix. */
  readonly topics: readonly string[];
  readonly health: ConsumerHealth;
}

/** Holds out while a broker is away: with kafkajs's defaults the consumer would crash and return 12 s later. */
const RETRY = { retries: 200, initialRetryTime: 100, maxRetryTime: 1_000 };

/** Reads topics as one member of a group, from the beginning, for as long as it is not stopped. */
export class Subscriber {
  readonly #log = new Logger('Consumer');
  readonly #stopping = new AbortController();
  readonly #pass: PartitionPass;
  #consumer: Consumer | undefined;

  constructor(private readonly options: SubscriberOptions) {
    this.#pass = new PartitionPass({ ...options, stopping: this.#stopping.signal });
  }

  /** Returns at once: a service also starts while Kafka is away. */
  start(): void {
    this.options.health.starting();
    void this.#keepTrying();
  }

  /** Stops fetching and waits for what is being handled, at most that long. */
  async stop(withinMs: number): Promise<void> {
    this.#stopping.abort();
    const ended = Promise.all([this.#consumer?.stop(), this.#pass.settle()]);
    await within(
      ended.then(() => this.#consumer?.disconnect()).catch(() => undefined),
      withinMs,
    );
  }

  async #keepTrying(): Promise<void> {
    for (let tries = 0; !this.#stopping.signal.aborted; tries++) {
      try {
        await this.#consume();
        return;
      } catch (error) {
        if (tries % 30 === 0) this.#log.warn(`cannot subscribe, trying again: ${String(error)}`);
        await pause(backoff(tries, { from: 100, to: 1_000 }), this.#stopping.signal);
      }
    }
  }

  async #consume(): Promise<void> {
    const consumer = this.#create();
    this.#consumer = consumer;
    this.#watch(consumer);
    try {
      await consumer.connect();
      // Right after a topic was made, brokers may not know it yet: then this throws and the loop comes back.
      await consumer.subscribe({
        topics: this.options.topics.map((topic) => this.options.prefix + topic),
        fromBeginning: true,
      });
      this.#stopping.signal.throwIfAborted();
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 4,
        eachBatch: (payload) => this.#pass.run(payload),
      });
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  #create(): Consumer {
    return kafkaClient(this.options.brokers, this.options.group, RETRY).consumer({
      groupId: this.options.group,
      retry: RETRY,
      allowAutoTopicCreation: false,
      // A killed member's partitions are silent for exactly this long.
      sessionTimeout: 10_000,
      heartbeatInterval: 2_500,
      // kafkajs's 5 s would delay a resumed partition by as much.
      maxWaitTimeInMs: 300,
      // One pass works off about this much; the rest would be fetched again.
      maxBytesPerPartition: 512 * 1024,
    });
  }

  #watch(consumer: Consumer): void {
    const { GROUP_JOIN, HEARTBEAT, FETCH, CRASH } = consumer.events;
    const { health } = this.options;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      health.joined();
      this.#log.log(`joined ${payload.groupId} with ${JSON.stringify(payload.memberAssignment)}`);
    });
    consumer.on(HEARTBEAT, () => {
      health.alive();
    });
    consumer.on(FETCH, () => {
      health.alive();
    });
    consumer.on(CRASH, ({ payload }) => {
      this.#log.error(`the consumer crashed: ${String(payload.error)}`);
      if (!payload.restart) void this.#keepTrying();
    });
  }
}
