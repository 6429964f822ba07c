import { Injectable } from '@nestjs/common';
import { sql, type Transaction } from 'kysely';
import { newId } from '@jaki/kernel';
import { References } from '../../crypto/references.js';
import { type DB } from '../../generated/db.js';
import { type Reference } from '../domain/notices.js';

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

/** A recipient's row, locked. */
interface Inbox {
  readonly id: string;
  readonly salt: Buffer;
  readonly last_sequence: number;
}

/** Puts notices into inboxes. */
@Injectable()
export class Inboxes {
  constructor(private readonly references: References) {}

  /**
   * One notice per event and recipient, however often it is delivered. The recipients' rows stay locked until the
   * transaction ends: that is what keeps each sequence free of gaps and of doubles.
   */
  async deliver(tx: Transaction<DB>, deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const inboxes = await this.#lock(tx, deliveries);
    const fresh = await withoutDelivered(tx, deliveries);
    if (fresh.length === 0) return;
    const added = Map.groupBy(fresh, ({ recipient }) => recipient.id);
    const notices = inboxes.flatMap((inbox) => this.#noticesFor(inbox, added.get(inbox.id) ?? []));
    await tx.insertInto('notice').values(notices).execute();
    await countOn(tx, added);
  }

  /** Always in the order of their ids: two transactions cannot wait for each other. */
  async #lock(tx: Transaction<DB>, deliveries: readonly Delivery[]): Promise<Inbox[]> {
    const kinds = new Map(deliveries.map(({ recipient: { id, kind } }) => [id, kind]));
    const recipients = [...kinds].map(([id, kind]) => ({ id, kind, salt: this.references.newSalt() }));
    recipients.sort((a, b) => (a.id < b.id ? -1 : 1));
    return tx
      .insertInto('recipient')
      .values(recipients)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ kind: (row) => row.ref('excluded.kind') }))
      .returning(['id', 'salt', 'last_sequence'])
      .execute();
  }

  #noticesFor({ id: recipientId, salt, last_sequence: last }: Inbox, deliveries: readonly Delivery[]) {
    return deliveries.map(({ occurrence, template, about }, index) => {
      const id = newId();
      return {
        id,
        recipient_id: recipientId,
        sequence: last + 1 + index,
        event_id: occurrence.id,
        event_type: occurrence.type,
        template,
        reference: this.references.encrypt({ salt, noticeId: id }, about),
        at: occurrence.time,
      };
    });
  }
}

/** An event reaches a recipient once, also when the recipient has several parts in it. */
async function withoutDelivered(tx: Transaction<DB>, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const events = [...new Set(deliveries.map(({ occurrence }) => occurrence.id))];
  const rows = await tx
    .selectFrom('notice')
    .select(['event_id', 'recipient_id'])
    .where('event_id', '=', sql<string>`ANY (${events}::uuid[])`)
    .execute();
  const delivered = new Set(rows.map((row) => `${row.event_id} ${row.recipient_id}`));
  return deliveries.filter(({ occurrence, recipient }) => {
    const pair = `${occurrence.id} ${recipient.id}`;
    if (delivered.has(pair)) return false;
    delivered.add(pair);
    return true;
  });
}

async function countOn(tx: Transaction<DB>, added: ReadonlyMap<string, readonly Delivery[]>): Promise<void> {
  const counts = [...added.values()].map((deliveries) => deliveries.length);
  await sql`UPDATE recipient
    SET last_sequence = last_sequence + added.count, unread_count = unread_count + added.count
    FROM unnest(${[...added.keys()]}::uuid[], ${counts}::integer[]) AS added (id, count)
    WHERE recipient.id = added.id`.execute(tx);
}
