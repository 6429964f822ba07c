import { deadLetterTopic } from '@jaki/contracts';
import { isUuid } from '@jaki/kernel';
import { Logger } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { markDead } from '../consumer/inbox.js';
import { headerText, type InboundMessage } from '../consumer/message.js';
import { type Reason } from '../consumer/retry-policy.js';
import { type DB } from '../generated/db.js';
import { type MessagingMetrics } from '../metrics.js';
import { type Outbox, type OutboxEntry } from '../outbox/outbox.js';
import { printable, storeHeaders } from './stored-message.js';

const NOTICE_VALUE_BYTES = 64 * 1024;

/** How a message came to its end. */
export interface Death {
  readonly reason: Reason;
  readonly attempts: number;
}

/** Where messages go that cannot be handled: kept whole, announced on the group's dead-letter topic, replayable. */
export class DeadLetterBox {
  readonly #log = new Logger('DeadLetters');

  constructor(
    private readonly consumer: string,
    private readonly db: Kysely<DB>,
    private readonly outbox: Outbox,
    private readonly metrics: MessagingMetrics,
  ) {}

  /**
   * Gives a message up, in one transaction: inbox, table and notice, or nothing of it. The same message a second time
   * (its offset was not committed before a crash) changes nothing.
   */
  async bury(message: InboundMessage, error: unknown, death: Death): Promise<void> {
    const committed = await this.db.transaction().execute(async (tx) => {
      if (!(await this.#isNew(tx, message, death))) return undefined;
      if (!(await this.#keep(tx, message, error, death))) return undefined;
      await this.outbox.insert(tx, [notice(this.consumer, message, error, death)]);
      return tx;
    });
    if (committed === undefined) return;
    this.outbox.committed(committed);
    const { name, text } = describe(error);
    this.metrics.deadLetters.inc({ topic: message.topic, error: name });
    this.#log.error(
      `${message.topic}/${message.partition}@${message.offset} is dead, attempts: ${death.attempts}: ${text}`,
    );
  }

  /** Poison may carry another event's id: only a message that passed all checks may mark an id as dead. */
  async #isNew(tx: Transaction<DB>, message: InboundMessage, { reason, attempts }: Death): Promise<boolean> {
    const eventId = eventIdOf(message);
    if (reason === 'poison' || eventId === null) return true;
    return markDead(tx, this.consumer, eventId, attempts);
  }

  async #keep(tx: Transaction<DB>, message: InboundMessage, error: unknown, death: Death): Promise<boolean> {
    const { name, text } = describe(error);
    const type = headerText(message.headers, 'ce_type');
    const inserted = await tx
      .insertInto('messaging.dead_letter')
      .values({
        consumer: this.consumer,
        event_id: eventIdOf(message),
        type: type === undefined ? null : printable(type, 200),
        topic: message.topic,
        partition: message.partition,
        position: BigInt(message.offset),
        recorded_at: message.recordedAt,
        key: message.key,
        headers: storeHeaders(message.headers),
        value: message.value,
        error_class: name,
        error_text: text,
        attempts: death.attempts,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
}

/** In binary mode, which is how all our services write. */
function eventIdOf(message: InboundMessage): string | null {
  const id = headerText(message.headers, 'ce_id');
  return id !== undefined && isUuid(id) ? id : null;
}

/** The class and the text of an error, fit to be stored. */
export function describe(error: unknown): { name: string; text: string } {
  const known = error instanceof Error ? error : new Error(String(error));
  return { name: printable(known.constructor.name, 100), text: printable(known.message, 2000) };
}

function notice(consumer: string, message: InboundMessage, error: unknown, { attempts }: Death): OutboxEntry {
  const place = { topic: message.topic, partition: message.partition, offset: message.offset };
  const value = message.value?.subarray(0, NOTICE_VALUE_BYTES).toString('base64') ?? null;
  const truncated = (message.value?.length ?? 0) > NOTICE_VALUE_BYTES;
  const { name, text } = describe(error);
  const data = { consumer, ...place, eventId: eventIdOf(message), error: { name, text }, attempts, value, truncated };
  return {
    topic: deadLetterTopic(consumer).name,
    partition_key: `${message.topic}/${message.partition}`,
    aggregate_version: BigInt(message.offset),
    headers: JSON.stringify({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_source: consumer,
      ce_type: `${consumer}.message.died.v1`,
      ce_time: new Date().toISOString(),
    }),
    payload: Buffer.from(JSON.stringify(data)),
  };
}
