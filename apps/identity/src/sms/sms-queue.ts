import { Injectable } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { Clock, newId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../generated/db.js';
import { PersonalData } from '../people/personal-data.js';
import { type TextMessage } from './sms-gateway.js';

const LEASE_MS = 10_000;
const LONGEST_PAUSE_MS = 30_000;

export interface DueMessage extends TextMessage {
  readonly attempts: number;
}

/**
 * Messages that wait for the gateway, as encrypted rows: put in with the change that causes them, gone once sent or no
 * longer of use. A crash between sending and forgetting sends twice, never not at all.
 */
@Injectable()
export class SmsQueue {
  readonly #db: Kysely<DB>;

  constructor(
    database: Database<DB>,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {
    this.#db = database.kysely;
  }

  /** @param expiresAt when it is no longer worth sending */
  async add(tx: Transaction<DB>, message: { to: string; text: string; expiresAt: Date }): Promise<void> {
    const now = this.clock.now();
    const row = {
      id: newId(now),
      recipient_ciphertext: this.personal.encrypt(message.to, 'message'),
      text_ciphertext: this.personal.encrypt(message.text, 'message'),
      next_attempt_at: now,
      expires_at: message.expiresAt,
    };
    await tx.insertInto('sms_message').values(row).execute();
  }

  /** Takes messages that are due for a while, so that no other instance sends them meanwhile. */
  async takeDue(atMost: number): Promise<DueMessage[]> {
    const now = this.clock.now();
    const due = this.#db
      .selectFrom('sms_message')
      .select('id')
      .where('next_attempt_at', '<=', now)
      .orderBy('next_attempt_at')
      .limit(atMost)
      .forUpdate()
      .skipLocked();
    const rows = await this.#db
      .updateTable('sms_message')
      .set((row) => ({ attempts: row('attempts', '+', 1), next_attempt_at: new Date(now.getTime() + LEASE_MS) }))
      .where('id', 'in', due)
      .where('expires_at', '>', now)
      .returningAll()
      .execute();
    return rows.map(({ id, attempts, recipient_ciphertext, text_ciphertext }) => ({
      id,
      attempts,
      to: this.personal.decrypt(recipient_ciphertext, 'message'),
      text: this.personal.decrypt(text_ciphertext, 'message'),
    }));
  }

  async forget(id: string): Promise<void> {
    await this.#db.deleteFrom('sms_message').where('id', '=', id).execute();
  }

  /** After a failure: later and later, at most every 30 s. */
  async postpone({ id, attempts }: DueMessage): Promise<void> {
    const pause = Math.min(500 * 2 ** attempts, LONGEST_PAUSE_MS);
    const at = new Date(this.clock.now().getTime() + pause);
    await this.#db.updateTable('sms_message').set({ next_attempt_at: at }).where('id', '=', id).execute();
  }

  async forgetExpired(): Promise<void> {
    await this.#db.deleteFrom('sms_message').where('expires_at', '<=', this.clock.now()).execute();
  }
}
