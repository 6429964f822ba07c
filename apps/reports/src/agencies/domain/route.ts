import { type OrganisationId } from '@jaki/kernel';
import type { Decision, Report, ReportIn } from '../../report/domain/report.js';

/** A fitting agency became known: a report that no agency has comes into its queue. */
export function route(
  report: Report,
  to: { agency: OrganisationId; at: Date },
): Decision<ReportIn<'waiting'>> | undefined {
  if (report.state !== 'waiting' || report.agency !== undefined) return undefined;
  const version = report.version + 1;
  return {
    next: { ...report, agency: to.agency, version },
    facts: [{ type: 'routed', agency: to.agency, version, at: to.at }],
  };
}
