import { CompiledQuery } from 'kysely';
import { type AnyTransaction, messagingTablesIn } from '../database.js';

/**
 * Takes the right to have events' effects, for as long as this transaction lives and for ever if it commits. Answers
 * which of the events it was given for.
 */
export type Claim = (tx: AnyTransaction, eventIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** In the order of their ids, so that two that claim the same ones cannot wait for each other. */
const CLAIM = `INSERT INTO messaging.inbox (event_id, consumer)
  SELECT id, $2 FROM unnest($1::uuid[]) AS id ORDER BY id
  ON CONFLICT DO NOTHING RETURNING event_id`;

/**
 * The claim of messages that come from Kafka. Not given for events that already had their effect here. A copy that is
 * being handled at this moment elsewhere is waited for.
 */
export function claimNew(consumer: string): Claim {
  return async (tx, eventIds) => {
    const query = CompiledQuery.raw(CLAIM, [eventIds, consumer]);
    const { rows } = await messagingTablesIn(tx).executeQuery<{ event_id: string }>(query);
    return new Set(rows.map((row) => row.event_id));
  };
}

/** The claim of a dead message that is tried again: it must not have had its effect in the meantime. */
export function claimDead(consumer: string): Claim {
  return async (tx, eventIds) => {
    const rows = await messagingTablesIn(tx)
      .insertInto('messaging.inbox')
      .values(eventIds.map((event_id) => ({ event_id, consumer })))
      .onConflict((conflict) =>
        conflict
          .columns(['event_id', 'consumer'])
          .doUpdateSet({ state: 'done' })
          .where('messaging.inbox.state', '=', 'dead'),
      )
      .returning('event_id')
      .execute();
    return new Set(rows.map((row) => row.event_id));
  };
}

/** Marks an event as given up, so that its copies are not tried as well. False when it is marked already. */
export async function markDead(
  tx: AnyTransaction,
  { consumer, eventId, attempts }: { consumer: string; eventId: string; attempts: number },
): Promise<boolean> {
  const inserted = await messagingTablesIn(tx)
    .insertInto('messaging.inbox')
    .values({ event_id: eventId, consumer, state: 'dead', attempts })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
