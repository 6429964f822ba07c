import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { ReportNotFound } from '../../report/domain/errors.js';
import type { ReportId } from '../../report/domain/ids.js';
import type { Actor } from '../../report/domain/report.js';
import { requireSight } from '../../report/domain/sight.js';
import { reportColumns, reportOf } from '../../report/store/report.store.js';
import { summaryColumns, summaryOf } from './summary.js';
import { type ReportPhotoView, type ReportView } from './views.dto.js';

/** One report for whoever may see it, in one query. */
@Injectable()
export class FindReport {
  constructor(private readonly db: Database<DB>) {}

  /** @throws ReportNotFound */
  async execute(id: ReportId, viewer: Actor | undefined): Promise<ReportView> {
    const row = await this.#query(id);
    if (row === undefined) throw new ReportNotFound();
    const seenAs = requireSight(reportOf(row), viewer);
    const { description, landmark, channel, rework, agencyName, executorName, photos } = row;
    const observedAt = row.observed_at?.toISOString() ?? null;
    return {
      ...summaryOf(row),
      description,
      landmark,
      channel,
      rework,
      agencyName,
      executorName,
      observedAt,
      photos,
      seenAs,
    };
  }

  #query(id: ReportId) {
    return this.db.kysely
      .selectFrom('report')
      .leftJoin('organisation as agencies', 'agencies.id', 'report.agency')
      .leftJoin('organisation as executors', 'executors.id', 'report.executor')
      .select(prefixed([...summaryColumns, ...reportColumns]))
      .select(['description', 'landmark', 'channel', 'observed_at'])
      .select(['agencies.name as agencyName', 'executors.name as executorName', photosOfReport])
      .where('report.id', '=', id)
      .executeTakeFirst();
  }
}

const photosOfReport = sql<ReportPhotoView[]>`(
  SELECT coalesce(json_agg(json_build_object('id', photo.id, 'purpose', photo.purpose) ORDER BY photo.id), '[]')
  FROM photo WHERE photo.report_id = report.id)`.as('photos');

/** Organisations have columns of the same names. */
function prefixed<const Column extends string>(columns: readonly Column[]) {
  return [...new Set(columns)].map((column) => `report.${column}` as const);
}
