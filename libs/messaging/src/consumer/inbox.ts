import { type AnyTransaction, messagingTablesIn } from '../database.js';

/** Takes the right to have an event's effect, for as long as this transaction lives and for ever if it commits. */
export type Claim = (tx: AnyTransaction, eventId: string) => Promise<boolean>;

/**
 * The claim of a message that comes from Kafka. False when the event already had its effect here. A copy that is being
 * handled at this moment elsewhere is waited for.
 */
export function claimNew(consumer: string): Claim {
  return async (tx, eventId) => {
    const inserted = await messagingTablesIn(tx)
      .insertInto('messaging.inbox')
      .values({ event_id: eventId, consumer })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  };
}

/** The claim of a dead message that is tried again: it must not have had its effect in the meantime. */
export function claimDead(consumer: string): Claim {
  return async (tx, eventId) => {
    const { numInsertedOrUpdatedRows } = await messagingTablesIn(tx)
      .insertInto('messaging.inbox')
      .values({ event_id: eventId, consumer })
      .onConflict((conflict) =>
        conflict
          .columns(['event_id', 'consumer'])
          .doUpdateSet({ state: 'done' })
          .where('messaging.inbox.state', '=', 'dead'),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  };
}

/** Marks an event as given up, so that its copies are not tried as well. False when it is marked already. */
export async function markDead(tx: AnyTransaction, consumer: string, eventId: string, attempts: number) {
  const inserted = await messagingTablesIn(tx)
    .insertInto('messaging.inbox')
    .values({ event_id: eventId, consumer, state: 'dead', attempts })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
