import { type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';

/** A notice's place in this inbox; undefined when it is not in it. */
export async function sequenceOf(
  tx: Transaction<DB>,
  { recipientId, noticeId }: { recipientId: string; noticeId: string },
): Promise<number | undefined> {
  const notice = await tx
    .selectFrom('notice')
    .select('sequence')
    .where('id', '=', noticeId)
    .where('recipient_id', '=', recipientId)
    .executeTakeFirst();
  return notice?.sequence;
}

/** Marks the unread notices from one sequence to another as read, and counts them off. */
export async function markRead(
  tx: Transaction<DB>,
  { recipientId, from, to, at }: { recipientId: string; from: number; to: number; at: Date },
): Promise<void> {
  await lockInbox(tx, recipientId);
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ read_at: at })
    .where('recipient_id', '=', recipientId)
    .where('sequence', '>=', from)
    .where('sequence', '<=', to)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  await countOff(tx, recipientId, Number(numUpdatedRows));
}

/** Whoever touches an inbox locks its recipient first: deliveries and readers never wait for each other in a ring. */
export async function lockInbox(tx: Transaction<DB>, recipientId: string): Promise<void> {
  await tx.selectFrom('recipient').select('id').where('id', '=', recipientId).forUpdate().execute();
}

/** Takes that many off the unread ones. The inbox must be locked. */
export async function countOff(tx: Transaction<DB>, recipientId: string, count: number): Promise<void> {
  if (count === 0) return;
  await tx
    .updateTable('recipient')
    .set((row) => ({ unread_count: row('unread_count', '-', count) }))
    .where('id', '=', recipientId)
    .execute();
}
