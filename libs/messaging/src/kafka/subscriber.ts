import { Logger } from '@nestjs/common';
import { type Consumer, type LogEntry } from 'kafkajs';
import { backoff, pause, within } from '../pause.js';
import { kafkaClient } from './client.js';
import { type ConsumerHealth } from './consumer-health.js';
import { PartitionPass, type PassOptions } from './partition-pass.js';
import { troubleOf } from './trouble.js';

/** What to read, as whom, and what to do with it. */
export interface SubscriberOptions extends Omit<PassOptions, 'stopping'> {
  readonly brokers: readonly string[];
  /** With its prefix. */
  readonly group: string;
  /** Without their prefix. */
  readonly topics: readonly string[];
  readonly health: ConsumerHealth;
  /** The partitions were shared out anew: what was known of each may concern another instance now. */
  readonly onAssigned: () => void;
  /** Events of this topic were deleted before they were read, and are lost to this service. */
  readonly onGap: (topic: string) => void;
}

/**
 * Holds out while a broker is away: with kafkajs's defaults the consumer would crash and return 12 s later. When it does
 * crash, kafkajs must not restart it in its own time: then nobody could wait for it, or stop it.
 */
const RETRY = {
  retries: 200,
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  restartOnFailure: () => Promise.resolve(false),
};

/** Reads topics as one member of a group, from the beginning, for as long as it is not stopped. */
export class Subscriber {
  readonly #log = new Logger('Consumer');
  readonly #stopping = new AbortController();
  readonly #pass: PartitionPass;
  #running: Promise<void> | undefined;

  constructor(private readonly options: SubscriberOptions) {
    this.#pass = new PartitionPass({ ...options, stopping: this.#stopping.signal });
  }

  /** Returns at once: a service also starts while Kafka is away. */
  start(): void {
    this.options.health.starting();
    this.#running = this.#run();
  }

  /**
   * Stops fetching, waits for what is being handled and leaves the group, in at most that long. One that is just
   * joining first joins: gone in the middle, it would hold its partitions until its session has run out.
   */
  async stop(withinMs: number): Promise<void> {
    this.#stopping.abort();
    await within(Promise.all([this.#running, this.#pass.settle()]), withinMs);
  }

  /** One consumer after the other, for as long as they crash. */
  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      const consumer = this.#create();
      consumer.on(consumer.events.GROUP_JOIN, () => (failures = 0));
      await this.#consume(consumer).catch((error: unknown) => {
        if (!signal.aborted) this.#report(error, failures);
      });
      await this.#pass.commit();
      await consumer.disconnect().catch(() => undefined);
      await pause(backoff(failures, { from: 100, to: 1_000 }), signal);
    }
  }

  /** Until it is to stop, or has crashed. */
  async #consume(consumer: Consumer): Promise<void> {
    const { prefix, topics } = this.options;
    const ended = this.#watch(consumer);
    await consumer.connect();
    // Right after a topic was made, brokers may not know it yet: then this throws and the loop comes back.
    await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    if (this.#stopping.signal.aborted) return;
    const running = consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: (payload) => this.#pass.run(payload),
    });
    await Promise.all([running, ended]);
  }

  #create(): Consumer {
    const { brokers, group } = this.options;
    const { signal } = this.#stopping;
    // Without a broker to ask, kafkajs's retries end: else a consumer whose Kafka is away could not stop for minutes.
    return kafkaClient(() => (signal.aborted ? [] : brokers), group, { retry: RETRY, onEntry: this.#noteGap }).consumer(
      {
        groupId: group,
        retry: RETRY,
        allowAutoTopicCreation: false,
        // A killed member's partitions are silent for exactly this long.
        sessionTimeout: 10_000,
        // How soon the others learn that one joined or left, and share out its partitions.
        heartbeatInterval: 1_000,
        // kafkajs's 5 s would delay a resumed partition by as much; less would keep an idle service busier.
        maxWaitTimeInMs: 500,
        // One pass works off about this much; the rest would be fetched again.
        maxBytesPerPartition: 512 * 1024,
      },
    );
  }

  /** Resolves when it is time to stop; rejects when the consumer has crashed, which `run` keeps to itself. */
  #watch(consumer: Consumer): Promise<void> {
    const { GROUP_JOIN, HEARTBEAT, FETCH, CRASH } = consumer.events;
    const { health, onAssigned } = this.options;
    for (const sign of [HEARTBEAT, FETCH] as const) consumer.on(sign, () => health.alive());
    consumer.on(GROUP_JOIN, ({ payload }) => {
      health.joined();
      onAssigned();
      this.#log.log(`joined ${payload.groupId} with ${JSON.stringify(payload.memberAssignment)}`);
    });
    return new Promise((resolve, reject) => {
      this.#stopping.signal.addEventListener('abort', () => resolve(), { once: true });
      consumer.on(CRASH, ({ payload }) => reject(payload.error));
    });
  }

  /** kafkajs tells of it in its log only, and goes on with the oldest event that is left. */
  readonly #noteGap = ({ log: { message, topic, partition } }: LogEntry): void => {
    if (!message.startsWith('Offset out of range, resetting')) return;
    const name = String(topic).slice(this.options.prefix.length);
    this.#log.error(
      `events of ${name}/${String(partition)} were deleted before they were read here: going on with the oldest offset left`,
    );
    this.options.onGap(name);
  };

  #report(error: unknown, failures: number): void {
    const { temporary, text } = troubleOf(error);
    if (!temporary) {
      this.options.health.crashed();
      this.#log.error(`the consumer crashed, another one takes over: ${text}`);
    }
    // Once when it starts and then about every half minute.
    else if (failures % 30 === 0) this.#log.warn(text);
  }
}
