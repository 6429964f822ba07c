import { sql, type Transaction } from 'kysely';
import { DomainError } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';

/** A channel's own name for what it files: unique for ever. */
export interface Reference {
  readonly source: string;
  readonly id: string;
}

/** The channel filed this before; `details` names what came of it. */
export class AlreadyFiled extends DomainError {
  readonly code = 'already_filed';
  readonly kind = 'conflict';
  constructor(existing: { reportId: string; number: string }) {
    super(`This reference was filed as ${existing.number}.`, existing);
  }
}

/**
 * Lets one filing of a reference through at a time, and none after the first. The unique index would stop a second one
 * too, but could not say what the first one became.
 *
 * @throws AlreadyFiled
 */
export async function refuseFiledReference(tx: Transaction<DB>, { source, id }: Reference): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${source}), hashtext(${id}))`.execute(tx);
  const existing = await tx
    .selectFrom('report')
    .select(['id', 'number'])
    .where('reference_source', '=', source)
    .where('reference_id', '=', id)
    .executeTakeFirst();
  if (existing !== undefined) throw new AlreadyFiled({ reportId: existing.id, number: existing.number });
}
