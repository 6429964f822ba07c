import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { ReportNotFound } from '../../report/domain/errors.js';
import type { ReportId } from '../../report/domain/ids.js';
import type { Actor } from '../../report/domain/report.js';
import { requireSight } from '../../report/domain/sight.js';
import { reportColumns, reportOf } from '../../report/store/report.store.js';
import { type HistoryEntryView } from './views.dto.js';

/** All steps of a report, first to last. A report has few: no pages. */
@Injectable()
export class ReportHistory {
  constructor(private readonly db: Database<DB>) {}

  /** @throws ReportNotFound */
  async execute(id: ReportId, viewer: Actor | undefined): Promise<HistoryEntryView[]> {
    const report = this.db.kysely.selectFrom('report').select(reportColumns).where('id', '=', id);
    const row = await report.executeTakeFirst();
    if (row === undefined) throw new ReportNotFound();
    const readsNotes = requireSight(reportOf(row), viewer) !== 'public';
    const steps = await this.#steps(id);
    return steps.map(({ at, note, details, ...step }) => ({
      ...step,
      at: at.toISOString(),
      note: readsNotes ? note : null,
      details: details as Record<string, unknown>,
    }));
  }

  #steps(id: ReportId) {
    return this.db.kysely
      .selectFrom('report_history as step')
      .leftJoin('organisation', 'organisation.id', 'step.organisation')
      .select(['step.version', 'step.type', 'step.state', 'step.at', 'step.note', 'step.details'])
      .select(['step.organisation as organisationId', 'organisation.name as organisationName'])
      .where('report_id', '=', id)
      .orderBy('step.version')
      .execute();
  }
}
