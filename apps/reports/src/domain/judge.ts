import { organisationOf } from './pass-on.js';
import type { Actor, Decision, Report, ReportIn } from './report.js';
import { begin, type By, decide } from './step.js';

/** Another organisation's validator agrees that the work is done. */
export function validate(report: Report, by: By): Decision<ReportIn<'done'>> {
  const claimed = begin('validate', report, by.actor);
  const { executor } = claimed;
  return decide('validate', by, { ...claimed, state: 'done' }, [
    { type: 'validated', executor, validator: organisationOf(by) },
  ]);
}

/** Another organisation's validator does not agree: the same executor goes on (TL Ditolak). */
export function refuse(report: Report, by: By & { note: string }): Decision<ReportIn<'in_progress'>> {
  const claimed = begin('refuse', report, by.actor);
  const { executor } = claimed;
  const next = { ...claimed, state: 'in_progress', rework: 'refused' } as const;
  return decide('refuse', by, next, [{ type: 'completion_refused', executor, validator: organisationOf(by) }]);
}

/** The reporter agrees: closed for good. */
export function confirm(report: Report, by: By): Decision<ReportIn<'closed'>> {
  const done = begin('confirm', report, by.actor);
  const { executor } = done;
  const next = { ...done, ...newestSeal(by.actor), state: 'closed' } as const;
  return decide('confirm', by, next, [{ type: 'confirmed', executor }]);
}

/** The reporter does not agree: the same executor goes on. */
export function dispute(report: Report, by: By & { note: string }): Decision<ReportIn<'in_progress'>> {
  const done = begin('dispute', report, by.actor);
  const { executor } = done;
  const next = { ...done, ...newestSeal(by.actor), state: 'in_progress', rework: 'disputed' } as const;
  return decide('dispute', by, next, [{ type: 'disputed', executor }]);
}

/** Seals are made anew with each token; the newest one is made for the newest key. */
const newestSeal = ({ recipient }: Actor) => recipient !== undefined && { recipient };
