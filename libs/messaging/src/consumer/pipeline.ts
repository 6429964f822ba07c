import { Logger } from '@nestjs/common';
import { type DeadLetterBox } from '../dead-letters/dead-letter-box.js';
import { holdBack } from '../dead-letters/order.js';
import { backoff } from '../pause.js';
import { attempt, type AttemptDependencies, type AttemptOptions } from './attempt.js';
import { attemptTogether } from './attempt-together.js';
import { claimNew } from './inbox.js';
import { type InboundMessage, type Progress } from './message.js';
import { readTogether } from './read-together.js';
import { decide, reasonOf } from './retry-policy.js';

/**
 * What happens to the messages of a partition: attempts, and around them retries and the dead-letter box. A message is
 * finished when it had its effect, was a copy, was of no interest here, or is dead.
 */
export class Pipeline {
  readonly #log = new Logger('Consumer');
  /** How often each partition has been paused for the message at its head. */
  readonly #pauses = new Map<string, { offset: string; count: number }>();

  constructor(
    private readonly consumer: string,
    private readonly deps: AttemptDependencies,
    private readonly deadLetters: DeadLetterBox,
  ) {}

  /**
   * Handles the first of the messages, and with it those after it that its handler takes together with it. Never
   * throws: what goes wrong becomes a retry or a dead letter.
   */
  async handle(messages: readonly InboundMessage[]): Promise<Progress> {
    const together = readTogether(messages, this.deps.subscriptions);
    if (together === undefined) return this.#oneByOne(messages.slice(0, 1));
    const { length, skipped, topic } = together;
    try {
      await attemptTogether(this.deps, together, claimNew(this.consumer));
    } catch (error) {
      // Perhaps one of them is to blame, perhaps none: each is tried by itself.
      const reason = reasonOf(error);
      this.deps.metrics.retries.inc({ reason });
      if (reason !== 'outage') this.#log.warn(`${length} messages of ${topic} go one by one: ${String(error)}`);
      return this.#oneByOne(messages.slice(0, length));
    }
    if (skipped > 0) this.deps.metrics.skipped.inc({ topic }, skipped);
    return { finished: length };
  }

  async #oneByOne(messages: readonly InboundMessage[]): Promise<Progress> {
    for (const [finished, message] of messages.entries()) {
      const retryInMs = await this.#one(message);
      if (retryInMs !== undefined) return { finished, retryInMs };
    }
    return { finished: messages.length };
  }

  /** Returns when to come back, or undefined when the message is finished. */
  async #one(message: InboundMessage): Promise<number | undefined> {
    const place = `${message.topic}/${message.partition}`;
    const before = this.#pauses.get(place);
    const pauses = before?.offset === message.offset ? before.count : 0;
    try {
      await this.#untilSettled(message, pauses);
      this.#pauses.delete(place);
      return undefined;
    } catch (error) {
      this.#pauses.set(place, { offset: message.offset, count: pauses + 1 });
      const retryInMs = backoff(pauses, { from: 50, to: 10_000 });
      if (pauses % 10 === 0) this.#log.warn(`${place}@${message.offset} waits ${retryInMs} ms: ${String(error)}`);
      return retryInMs;
    }
  }

  /** @throws when the partition should pause before the next attempt */
  async #untilSettled(message: InboundMessage, pauses: number): Promise<void> {
    const options: Omit<AttemptOptions, 'number'> = {
      claim: claimNew(this.consumer),
      holdBack: (tx, of) => holdBack(tx, this.consumer, of),
    };
    for (let number = 1; ; number++) {
      try {
        await attempt(this.deps, message, { number, ...options });
        return;
      } catch (error) {
        const reason = reasonOf(error);
        const next = decide(reason, { attempts: number, pauses });
        if (next !== 'bury') this.deps.metrics.retries.inc({ reason });
        if (next === 'pause') throw error;
        if (next === 'bury') {
          await this.deadLetters.bury(message, error, { reason, attempts: number });
          return;
        }
      }
    }
  }
}
