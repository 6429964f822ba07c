import { sql, type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';
import { type OfficialAddress, type Organisation, placesOf, waitingPlace } from '../../organisations/domain/address.js';
import { type Reference } from '../domain/notices.js';
import { readReference } from '../domain/stored-reference.js';
import { type Occurrence } from './inboxes.js';

/** Holds a notice back until the organisation that it is for arrives. */
export async function park(
  tx: Transaction<DB>,
  notice: { address: OfficialAddress; template: string; about: Reference; occurrence: Occurrence },
): Promise<void> {
  const { address, template, about, occurrence } = notice;
  await tx
    .insertInto('parked_notice')
    .values({
      event_id: occurrence.id,
      place: waitingPlace(address),
      event_type: occurrence.type,
      template,
      about: JSON.stringify(about),
      at: occurrence.time,
    })
    .onConflict((conflict) => conflict.columns(['event_id', 'place']).doNothing())
    .execute();
}

/** Takes what waited for this organisation, oldest first. */
export async function unpark(tx: Transaction<DB>, arrived: Organisation) {
  const rows = await tx
    .deleteFrom('parked_notice')
    .where(sql<boolean>`place LIKE ANY (${placesOf(arrived)}::text[])`)
    .returningAll()
    .execute();
  return rows
    .map(({ event_id: id, event_type: type, at: time, template, about }) => ({
      occurrence: { id, type, time },
      template,
      about: readReference(about as object),
    }))
    .sort((a, b) => (orderOf(a.occurrence) < orderOf(b.occurrence) ? -1 : 1));
}

/** By time; events of one moment in the order of their ids, which rise. */
const orderOf = ({ time, id }: Occurrence) => `${time.toISOString()} ${id}`;

/**
 * Parking and arriving exclude each other: otherwise a notice could be parked for an organisation whose arrival,
 * not yet committed, has already looked for parked ones, and would wait for ever. Parkers do not wait for each other.
 * Look once more after taking the lock.
 */
export async function lockForParking(tx: Transaction<DB>): Promise<void> {
  await sql`LOCK TABLE parked_notice IN ROW EXCLUSIVE MODE`.execute(tx);
}

/** See `lockForParking`. Arrivals are rare, so one at a time is no loss. */
export async function lockForArriving(tx: Transaction<DB>): Promise<void> {
  await sql`LOCK TABLE parked_notice IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
}
