import { Logger } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { markDead } from '../consumer/inbox.js';
import { type Reason, reasonOf } from '../consumer/retry-policy.js';
import { type DB } from '../generated/db.js';
import { type InboundMessage } from '../kafka/message.js';
import { type MessagingMetrics } from '../metrics.js';
import { type Outbox } from '../outbox/outbox.js';
import { describe, eventIdOf, failAgain, keepLetter } from './letter.js';
import { noticeOf } from './notice.js';
import { nextDelay, type RetryDelays } from './retry-delays.js';
import { restoreMessage, type StoredLetter } from './stored-message.js';

/** How a message came to its end. */
export interface Failure {
  /** Whose: the handler's, by the name of its subscription. */
  readonly consumer: string;
  readonly reason: Reason;
  readonly attempts: number;
}

/** What the box needs of the service. */
export interface BoxDependencies {
  readonly db: Kysely<DB>;
  readonly outbox: Outbox;
  readonly metrics: MessagingMetrics;
  readonly delays: RetryDelays;
}

/** Where messages go that cannot be handled: kept whole, announced on the group's dead-letter topic, replayable. */
export class DeadLetterBox {
  readonly #log = new Logger('DeadLetters');

  constructor(
    private readonly service: string,
    private readonly deps: BoxDependencies,
  ) {}

  /**
   * Gives a message up, in one transaction: inbox, table and notice, or nothing of it. The same message a second time
   * (its offset was not committed before a crash) changes nothing.
   */
  async add(message: InboundMessage, error: unknown, failure: Failure): Promise<void> {
    try {
      await this.#add(message, error, failure);
    } catch (refusal) {
      // An outage passes. What the database refuses to store, it refuses for ever: then its place must do.
      if (reasonOf(refusal) !== 'fault') throw refusal;
      this.#log.error(`${placeOf(message)} cannot be kept as it is, only where it lies: ${String(refusal)}`);
      await this.#add(withoutContent(message), error, failure);
    }
  }

  async #add(message: InboundMessage, error: unknown, failure: Failure): Promise<void> {
    const { name: error_class, text: error_text } = describe(error);
    const dueInMs = nextDelay(this.deps.delays, failure.reason, 0);
    const state = dueInMs === undefined ? 'dead' : 'due';
    const status = { error_class, error_text, attempts: failure.attempts, state, dueInMs };
    await this.#announced(message, { error, ...failure }, async (tx) => {
      if (!(await this.#isNew(tx, message, failure))) return false;
      return keepLetter(tx, { consumer: failure.consumer, message, eventId: eventIdOf(message) }, status);
    });
  }

  /**
   * Puts a letter back that failed again: for its next retry, or for a person when it has none left. One that failed
   * for the first time, as it had to wait for its turn, is announced like any other. When two instances tried it at
   * once, it failed once.
   */
  async reschedule(
    letter: StoredLetter,
    error: unknown,
    { reason, attempts }: Omit<Failure, 'consumer'>,
  ): Promise<void> {
    const first = letter.attempts === 0;
    const retries = first ? 0 : letter.chances + 1;
    const dueInMs = nextDelay(this.deps.delays, reason, retries);
    const change = (tx: Kysely<DB>) => failAgain(tx, letter, { error, attempts, retries, dueInMs });
    const { consumer } = letter;
    if (first) await this.#announced(restoreMessage(letter), { consumer, error, reason, attempts }, change);
    else await change(this.deps.db);
    this.#log.warn(`dead letter ${letter.id} failed again: ${describe(error).text}`);
  }

  async #announced(
    message: InboundMessage,
    failure: Failure & { error: unknown },
    change: (tx: Transaction<DB>) => Promise<boolean>,
  ): Promise<void> {
    const { db, outbox, metrics } = this.deps;
    const committed = await db.transaction().execute(async (tx) => {
      if (!(await change(tx))) return undefined;
      await outbox.insert(tx, [noticeOf(this.service, message, failure)]);
      return tx;
    });
    if (committed === undefined) return;
    outbox.committed(committed);
    const { name, text } = describe(failure.error);
    metrics.deadLetters.inc({ topic: message.topic, error: name });
    this.#log.error(`${placeOf(message)} is dead for ${failure.consumer}, attempts: ${failure.attempts}: ${text}`);
  }

  /** Poison may carry another event's id: only a message that passed all checks may mark an id as dead. */
  async #isNew(tx: Transaction<DB>, message: InboundMessage, failure: Failure): Promise<boolean> {
    const { consumer, reason, attempts } = failure;
    const eventId = eventIdOf(message);
    if (reason === 'poison' || eventId === null) return true;
    return markDead(tx, { consumer, eventId, attempts });
  }
}

function placeOf({ topic, partition, offset }: InboundMessage): string {
  return `${topic}/${partition}@${offset}`;
}

/** The message itself stays in Kafka for as long as its topic keeps it. */
function withoutContent({ topic, partition, offset }: InboundMessage): InboundMessage {
  return { topic, partition, offset, recordedAt: new Date(0), key: null, value: null, headers: {} };
}
