import { newestSeal } from '@jaki/kernel';
import type { Decision, Report, ReportIn } from '../../report/domain/report.js';
import { type By, life } from '../../report/domain/workflow.js';
import { organisationOf } from './pass-on.js';

/** Another organisation's validator agrees that the work is done. */
export function validate(report: Report, by: By): Decision<ReportIn<'done'>> {
  const claimed = life.begin('validate', report, by.actor);
  const { executor } = claimed;
  return life.decide('validate', by, {
    next: { ...claimed, state: 'done' },
    facts: [{ type: 'validated', executor, validator: organisationOf(by) }],
  });
}

/** Another organisation's validator does not agree: the same executor goes on (TL Ditolak). */
export function refuse(report: Report, by: By & { note: string }): Decision<ReportIn<'in_progress'>> {
  const claimed = life.begin('refuse', report, by.actor);
  const { executor } = claimed;
  const next = { ...claimed, state: 'in_progress', rework: 'refused' } as const;
  return life.decide('refuse', by, {
    next,
    facts: [{ type: 'completion_refused', executor, validator: organisationOf(by) }],
  });
}

/** The reporter agrees: closed for good. */
export function confirm(report: Report, by: By): Decision<ReportIn<'closed'>> {
  const done = life.begin('confirm', report, by.actor);
  const { executor } = done;
  const next = { ...done, ...newestSeal(by.actor), state: 'closed' } as const;
  return life.decide('confirm', by, { next, facts: [{ type: 'confirmed', executor }] });
}

/** The reporter does not agree: the same executor goes on. */
export function dispute(report: Report, by: By & { note: string }): Decision<ReportIn<'in_progress'>> {
  const done = life.begin('dispute', report, by.actor);
  const { executor } = done;
  const next = { ...done, ...newestSeal(by.actor), state: 'in_progress', rework: 'disputed' } as const;
  return life.decide('dispute', by, { next, facts: [{ type: 'disputed', executor }] });
}
