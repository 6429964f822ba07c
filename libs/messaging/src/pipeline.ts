import { Logger } from '@nestjs/common';
import { attempt, type AttemptDependencies, type AttemptOptions, type Task } from './consumer/attempt.js';
import { attemptTogether } from './consumer/attempt-together.js';
import { claimNew } from './consumer/inbox.js';
import { readEvent } from './consumer/read-event.js';
import { type ReadTogether, readTogether } from './consumer/read-together.js';
import { decide, reasonOf } from './consumer/retry-policy.js';
import { consumersOf, type NamedSubscription } from './consumer/subscriptions.js';
import { type DeadLetterBox } from './dead-letters/dead-letter-box.js';
import { holdBack } from './dead-letters/order.js';
import { headerText, type InboundMessage, type Progress } from './kafka/message.js';
import { backoff } from './pause.js';

/** What one handler has to do about one message. */
interface Job {
  readonly consumer: string;
  /** Until the message is finished for this handler. Throws when the partition should pause before the next attempt. */
  readonly settle: (pauses: number) => Promise<void>;
}

/**
 * What happens to the messages of a partition: attempts, and around them retries and the dead-letter box, for each
 * handler by itself. A message is finished when for each handler it had its effect, was a copy, or is dead.
 */
export class Pipeline {
  readonly #log = new Logger('Consumer');
  /** How often each partition has been paused by a handler for the message at its head. */
  readonly #pauses = new Map<string, { offset: string; count: number }>();

  constructor(
    private readonly deps: AttemptDependencies,
    private readonly deadLetters: DeadLetterBox,
  ) {}

  /**
   * Handles the first of the messages, and with it those after it that a handler takes together with it. Never throws:
   * what goes wrong becomes a retry or a dead letter.
   */
  async handle(messages: readonly InboundMessage[]): Promise<Progress> {
    const together = readTogether(messages, this.deps.subscriptions);
    if (together === undefined) return this.#first(messages);
    let progress: Progress = { finished: together.length };
    for (const subscription of together.subscriptions) {
      const own = await this.#together(messages.slice(0, together.length), together, subscription);
      if (own.retryInMs !== undefined) progress = own.finished < progress.finished ? own : progress;
    }
    const { skipped, topic } = together;
    if (progress.retryInMs === undefined && skipped > 0) this.deps.metrics.skipped.inc({ topic }, skipped);
    return progress;
  }

  async #together(
    messages: readonly InboundMessage[],
    { topic, events }: ReadTogether,
    { consumer, handler }: NamedSubscription,
  ): Promise<Progress> {
    if (handler.atMost === 1) return this.#oneByOne(messages, consumer);
    try {
      await attemptTogether(this.deps, { topic, handler, events }, claimNew(consumer));
      return { finished: messages.length };
    } catch (error) {
      // Perhaps one of them is to blame, perhaps none: each is tried by itself.
      const reason = reasonOf(error);
      this.deps.metrics.retries.inc({ reason });
      const text = `${messages.length} messages of ${topic} go one by one: ${String(error)}`;
      if (reason !== 'outage') this.#log.warn(text);
      return this.#oneByOne(messages, consumer);
    }
  }

  async #oneByOne(messages: readonly InboundMessage[], consumer: string): Promise<Progress> {
    for (const [finished, message] of messages.entries()) {
      const job = this.#jobsOf(message).find((each) => each.consumer === consumer);
      const retryInMs = job && (await this.#one(job, message));
      if (retryInMs !== undefined) return { finished, retryInMs };
    }
    return { finished: messages.length };
  }

  /** By all its handlers. One that has to wait does not keep the others from their turn. */
  async #first([message]: readonly InboundMessage[]): Promise<Progress> {
    if (message === undefined) return { finished: 0 };
    const jobs = this.#jobsOf(message);
    if (jobs.length === 0) this.deps.metrics.skipped.inc({ topic: message.topic });
    const waits: number[] = [];
    for (const job of jobs) {
      const retryInMs = await this.#one(job, message);
      if (retryInMs !== undefined) waits.push(retryInMs);
    }
    return waits.length === 0 ? { finished: 1 } : { finished: 0, retryInMs: Math.max(...waits) };
  }

  /** Returns when to come back, or undefined when the message is finished for this handler. */
  async #one({ consumer, settle }: Job, { topic, partition, offset }: InboundMessage): Promise<number | undefined> {
    const place = `${topic}/${partition}`;
    const key = `${place} ${consumer}`;
    const before = this.#pauses.get(key);
    const pauses = before?.offset === offset ? before.count : 0;
    try {
      await settle(pauses);
      this.#pauses.delete(key);
      return undefined;
    } catch (error) {
      this.#pauses.set(key, { offset, count: pauses + 1 });
      const retryInMs = backoff(pauses, { from: 50, to: 10_000 });
      if (pauses % 10 === 0) this.#log.warn(`${place}@${offset} waits ${retryInMs} ms: ${String(error)}`);
      return retryInMs;
    }
  }

  /** None for what is of no interest here. */
  #jobsOf(message: InboundMessage): Job[] {
    const { subscriptions } = this.deps;
    try {
      const read = readEvent(message, subscriptions);
      if (read === undefined) return [];
      const { event } = read;
      return read.subscriptions.map((subscription) => {
        const task = { subscription, event, message };
        return { consumer: subscription.consumer, settle: (pauses: number) => this.#untilSettled(task, pauses) };
      });
    } catch (error) {
      const failure = { reason: 'poison', attempts: 1 } as const;
      return consumersOf(subscriptions, message.topic, headerText(message.headers, 'ce_type')).map((consumer) => {
        return { consumer, settle: () => this.deadLetters.add(message, error, { consumer, ...failure }) };
      });
    }
  }

  async #untilSettled(task: Task, pauses: number): Promise<void> {
    const { consumer } = task.subscription;
    const options: Omit<AttemptOptions, 'number'> = {
      claim: claimNew(consumer),
      holdBack: (tx, of) => holdBack(tx, consumer, of),
    };
    for (let number = 1; ; number++) {
      try {
        await attempt(this.deps, task, { number, ...options });
        return;
      } catch (error) {
        const reason = reasonOf(error);
        const next = decide(reason, { attempts: number, pauses });
        if (next !== 'dead-letter') this.deps.metrics.retries.inc({ reason });
        if (next === 'pause') throw error;
        if (next === 'dead-letter') {
          await this.deadLetters.add(task.message, error, { consumer, reason, attempts: number });
          return;
        }
      }
    }
  }
}
