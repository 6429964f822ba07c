import { type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';
import { type __Thing__ } from '../domain/__thing__.js';

export async function insert__Thing__(tx: Transaction<DB>, { id, owner, name, version }: __Thing__, at: Date): Promise<void> {
  await tx.insertInto('__thing__').values({ id, owner, name, version, created_at: at }).execute();
}
