import { Injectable } from '@nestjs/common';
import { type AttemptDependencies } from '../consumer/attempt.js';
import { type Subscription, type Subscriptions, subscriptionsOf, topicsOf } from '../consumer/subscriptions.js';
import { messagingTables } from '../database.js';
import { DeadLetterBox } from '../dead-letters/dead-letter-box.js';
import { Replayer } from '../dead-letters/replayer.js';
import { USUAL_DELAYS } from '../dead-letters/retry-delays.js';
import { ConsumerHealth } from '../kafka/consumer-health.js';
import { Sender } from '../kafka/sender.js';
import { Subscriber } from '../kafka/subscriber.js';
import { MessagingMetrics } from '../metrics.js';
import { Outbox } from '../outbox/outbox.js';
import { Relay } from '../outbox/relay.js';
import { WakeUp } from '../outbox/wake-up.js';
import { Pipeline } from '../pipeline.js';
import { MessagingOptions } from './messaging-options.js';

/** Together less than the 15 s that a service has to end, as its requests and its database want to end too. */
const CONSUMER_STOP_MS = 8_000;
const RELAY_STOP_MS = 4_000;

/** Everything of one service that moves, put together and started and stopped in order. */
@Injectable()
export class Messaging {
  readonly #relay: Relay;
  readonly #metrics: MessagingMetrics;
  #subscriber: Subscriber | undefined;
  #replayer: Replayer | undefined;

  constructor(
    private readonly options: MessagingOptions,
    private readonly outbox: Outbox,
    private readonly health: ConsumerHealth,
    wakeUp: WakeUp,
  ) {
    const db = messagingTables(options.kysely);
    const { brokers, service, topicPrefix = '' } = options;
    this.#metrics = new MessagingMetrics(options.metrics, db);
    this.#relay = new Relay(db, new Sender(brokers, service, topicPrefix), wakeUp, this.#metrics);
  }

  start(on: readonly Subscription[]): void {
    const subscriptions = subscriptionsOf(this.options.service, on);
    if (this.options.relay !== false) this.#relay.start();
    if (subscriptions.size > 0) this.#consume(subscriptions);
  }

  /** @throws TypeError when two handlers of a type cannot be told apart */
  check(on: readonly Subscription[]): void {
    subscriptionsOf(this.options.service, on);
  }

  /** The consumer first: what its last handlers announce still leaves with this relay. */
  async stop(): Promise<void> {
    await Promise.all([this.#subscriber?.stop(CONSUMER_STOP_MS), this.#replayer?.stop(CONSUMER_STOP_MS)]);
    if (this.options.relay !== false) await this.#relay.stop(RELAY_STOP_MS);
  }

  #consume(subscriptions: Subscriptions): void {
    const { service, retryDelays: delays = USUAL_DELAYS } = this.options;
    const db = messagingTables(this.options.kysely);
    const metrics = this.#metrics;
    const { outbox } = this;
    const deps: AttemptDependencies = { db, subscriptions, outbox, metrics };
    const box = new DeadLetterBox(service, { db, outbox, metrics, delays });
    const pipeline = new Pipeline(deps, box);
    this.#subscriber = this.#subscriberOf(pipeline, topicsOf(subscriptions));
    this.#subscriber.start();
    this.#replayer = new Replayer(deps, box);
    this.#replayer.start();
  }

  #subscriberOf(pipeline: Pipeline, topics: readonly string[]): Subscriber {
    const { brokers, service, topicPrefix: prefix = '' } = this.options;
    const { gaps, lag } = this.#metrics;
    return new Subscriber({
      brokers,
      prefix,
      group: prefix + service,
      topics,
      health: this.health,
      handle: (messages) => pipeline.handle(messages),
      onAssigned: () => {
        lag.reset();
      },
      onGap: (topic) => {
        gaps.inc({ topic });
      },
      onLag: (topic, partition, behind) => {
        lag.set({ topic, partition }, behind);
      },
    });
  }
}
