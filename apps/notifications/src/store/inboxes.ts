import { Injectable } from '@nestjs/common';
import { newId } from '@jaki/kernel';
import { type Transaction } from 'kysely';
import { References } from '../crypto/references.js';
import { type Reference } from '../domain/notices.js';
import { type DB } from '../generated/db.js';

/** The event that a notice tells of. */
export interface Occurrence {
  readonly id: string;
  readonly type: string;
  readonly time: Date;
}

export interface Recipient {
  readonly kind: 'person' | 'organisation';
  readonly id: string;
}

export interface Delivery {
  readonly occurrence: Occurrence;
  readonly recipient: Recipient;
  readonly template: string;
  readonly about: Reference;
}

/** Puts notices into inboxes. */
@Injectable()
export class Inboxes {
  constructor(private readonly references: References) {}

  /**
   * One notice per event and recipient, however often it is delivered. The recipient's row stays locked until the
   * transaction ends: that is what keeps the sequence free of gaps and of doubles.
   */
  async deliver(tx: Transaction<DB>, delivery: Delivery): Promise<void> {
    const recipient = await this.#lock(tx, delivery.recipient);
    const added = await this.#add(tx, delivery, recipient);
    if (!added) return;
    await tx
      .updateTable('recipient')
      .set((row) => ({ last_sequence: row('last_sequence', '+', 1), unread_count: row('unread_count', '+', 1) }))
      .where('id', '=', delivery.recipient.id)
      .execute();
  }

  #lock(tx: Transaction<DB>, { id, kind }: Recipient) {
    return tx
      .insertInto('recipient')
      .values({ id, kind, salt: this.references.newSalt() })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind }))
      .returning(['salt', 'last_sequence'])
      .executeTakeFirstOrThrow();
  }

  async #add(tx: Transaction<DB>, delivery: Delivery, recipient: { salt: Buffer; last_sequence: number }) {
    const { occurrence, template, about } = delivery;
    const id = newId();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('notice')
      .values({
        id,
        recipient_id: delivery.recipient.id,
        sequence: recipient.last_sequence + 1,
        event_id: occurrence.id,
        event_type: occurrence.type,
        template,
        reference: this.references.encrypt({ salt: recipient.salt, noticeId: id }, about),
        at: occurrence.time,
      })
      .onConflict((conflict) => conflict.columns(['event_id', 'recipient_id']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
}
