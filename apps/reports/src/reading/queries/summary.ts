import { type Selectable } from 'kysely';
import { type report } from '../../generated/db.js';
import { type ReportSummary } from './views.dto.js';

/** The columns of a list's row. */
export const summaryColumns = [
  'id',
  'number',
  'category',
  'state',
  'visibility',
  'region',
  'lat',
  'long',
  'filed_at',
  'updated_at',
  'agency',
  'executor',
  'finish_by',
] as const;

type SummaryRow = Pick<Selectable<report>, (typeof summaryColumns)[number]>;

export function summaryOf(row: SummaryRow): Pick<ReportSummary, keyof ReportSummary> {
  const { id, number, category, state, visibility, region, lat, long } = row;
  return {
    id,
    number,
    category,
    state,
    visibility,
    region,
    pin: { lat, long },
    filedAt: row.filed_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    agencyId: row.agency,
    executorId: row.executor,
    finishBy: row.finish_by,
  };
}
