import { type ReasonedRequest as ReasonedOf, type Stepped, type StepRequest as RequestOf } from '@jaki/platform';
import { type DB } from '../generated/db.js';
import { ReportNotFound } from '../report/domain/errors.js';
import type { ReportId } from '../report/domain/ids.js';
import type { Actor, Decision, Report } from '../report/domain/report.js';
import { requireSight } from '../report/domain/sight.js';
import { toContracts } from '../report/published.js';
import { loadReport, saveReport } from '../report/store/report.store.js';

export type StepRequest = RequestOf<Actor>;
export type ReasonedRequest = ReasonedOf<Actor>;

/** What all steps after filing have in common. */
export const reportSteps: Stepped<DB, Actor, Report, Decision> = {
  async load(tx, id, actor) {
    const report = await loadReport(tx, id as ReportId);
    if (report === undefined) throw new ReportNotFound();
    requireSight(report, actor);
    return report;
  },
  save: saveReport,
  announce: toContracts,
};
