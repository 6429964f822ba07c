import { type Transaction } from 'kysely';
import type { OrganisationId } from '@jaki/kernel';
import { liesWithin } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Decision, Report } from '../../report/domain/report.js';
import { historyOf, reportColumns, reportOf } from '../../report/store/report.store.js';

/** Waiting reports without an agency that this one is responsible for, oldest first, locked. */
export async function loadUnrouted(
  tx: Transaction<DB>,
  agency: { categories: readonly string[]; regions: readonly string[] },
  limit: number,
): Promise<Report[]> {
  if (agency.categories.length === 0 || agency.regions.length === 0) return [];
  const rows = await tx
    .selectFrom('report')
    .select(reportColumns)
    .where('state', '=', 'waiting')
    .where('agency', 'is', null)
    .where('category', 'in', agency.categories)
    .where(liesWithin<DB, 'report'>('region', agency.regions))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map(reportOf);
}

/** Saves that waiting reports came into one agency's queue: two statements, however many they are. */
export async function saveRouted(
  tx: Transaction<DB>,
  decisions: readonly Decision[],
  { agency, at }: { agency: OrganisationId; at: Date },
): Promise<void> {
  if (decisions.length === 0) return;
  await tx
    .updateTable('report')
    .set((eb) => ({ agency, holder: agency, version: eb('version', '+', 1), updated_at: at }))
    .where(
      'id',
      'in',
      decisions.map(({ next }) => next.id),
    )
    .execute();
  const history = decisions.flatMap(({ next, facts }) => facts.map((fact) => historyOf(next, fact)));
  await tx.insertInto('report_history').values(history).execute();
}
