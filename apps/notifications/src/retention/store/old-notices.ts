import { type Kysely, type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';
import { countOff, lockInbox } from '../../inbox/store/reading.js';

const INBOXES_AT_ONCE = 100;

/** Some of the inboxes that hold notices of before that moment. */
export async function inboxesOlderThan(db: Kysely<DB>, before: Date): Promise<string[]> {
  const old = db.selectFrom('notice').select('recipient_id').distinct().where('at', '<', before);
  return (await old.limit(INBOXES_AT_ONCE).execute()).map((row) => row.recipient_id);
}

/** Deletes an inbox's notices of before that moment, and takes the unread ones off its count. */
export async function deleteOld(tx: Transaction<DB>, recipientId: string, before: Date): Promise<void> {
  await lockInbox(tx, recipientId);
  const gone = await tx
    .deleteFrom('notice')
    .where('recipient_id', '=', recipientId)
    .where('at', '<', before)
    .returning('read_at')
    .execute();
  await countOff(tx, recipientId, gone.filter((notice) => notice.read_at === null).length);
}

/** Deletes what nobody came for. */
export async function deleteOldParked(db: Kysely<DB>, before: Date): Promise<void> {
  await db.deleteFrom('parked_notice').where('at', '<', before).execute();
}
