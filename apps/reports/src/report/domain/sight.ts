import { ReportNotFound } from './errors.js';
import type { Actor, Report } from './report.js';
import { holderOf, isKelurahanOf, isReporterOf, isValidatorFor } from './who.js';

/** As what somebody sees a report: its reporter, an officer with a part in it, or the public. */
export type Sight = 'reporter' | 'involved' | 'public';

/** As what the viewer may see the report, or undefined when to them it does not exist. */
export function sightOf(report: Report, viewer: Actor | undefined): Sight | undefined {
  if (viewer !== undefined && isReporterOf(viewer, report)) return 'reporter';
  if (viewer !== undefined && isInvolved(report, viewer)) return 'involved';
  return report.visibility === 'public' ? 'public' : undefined;
}

/** @throws ReportNotFound when to the viewer it does not exist */
export function requireSight(report: Report | undefined, viewer: Actor | undefined): Sight {
  const sight = report && sightOf(report, viewer);
  if (sight === undefined) throw new ReportNotFound();
  return sight;
}

function isInvolved(report: Report, viewer: Actor): boolean {
  const own = viewer.organisation?.id;
  if (own === undefined) return false;
  if (isValidatorFor(viewer, report) && 'proof' in report) return true;
  if (!viewer.roles.includes('officer')) return false;
  const executor = 'executor' in report ? report.executor : undefined;
  return [report.agency, holderOf(report), executor].includes(own) || isKelurahanOf(viewer, report);
}
