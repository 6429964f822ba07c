import { Logger } from '@nestjs/common';
import { type DeadLetterBox } from '../dead-letters/dead-letter-box.js';
import { holdBack } from '../dead-letters/order.js';
import { backoff } from '../pause.js';
import { attempt, type AttemptDependencies, type AttemptOptions } from './attempt.js';
import { claimNew } from './inbox.js';
import { DONE, type InboundMessage, type Verdict } from './message.js';
import { decide, reasonOf } from './retry-policy.js';

/**
 * What happens to each message from Kafka: attempts, and around them retries and the dead-letter box. Its verdict is
 * `done` when the message had its effect, was a copy, was of no interest here, or is dead; else when to come back.
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

  /** Never throws: what goes wrong becomes a retry or a dead letter. */
  async handle(message: InboundMessage): Promise<Verdict> {
    const place = `${message.topic}/${message.partition}`;
    const before = this.#pauses.get(place);
    const pauses = before?.offset === message.offset ? before.count : 0;
    try {
      await this.#untilSettled(message, pauses);
      this.#pauses.delete(place);
      return DONE;
    } catch (error) {
      this.#pauses.set(place, { offset: message.offset, count: pauses + 1 });
      const retryInMs = backoff(pauses, { from: 50, to: 10_000 });
      if (pauses % 10 === 0) this.#log.warn(`${place}@${message.offset} waits ${retryInMs} ms: ${String(error)}`);
      return { done: false, retryInMs };
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
