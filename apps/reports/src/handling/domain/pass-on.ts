import type { Decision, Organisation, Report, ReportIn } from '../../report/domain/report.js';
import { type By, life } from '../../report/domain/workflow.js';
import { NotAnotherAgency, NotItsSubAgency } from './errors.js';

/** Passes the report on to the agency that is really responsible. */
export function coordinate(
  report: Report,
  by: By & { agency: Organisation | undefined },
): Decision<ReportIn<'coordinating'>> {
  const { agency: previous, ...held } = life.begin('coordinate', report, by.actor);
  const { agency } = by;
  if (agency?.kind !== 'agency' || agency.id === previous) throw new NotAnotherAgency();
  const passed = { type: 'coordinated', agency: agency.id, by: organisationOf(by) } as const;
  const routed = { type: 'routed', agency: agency.id, ...(previous && { previousAgency: previous }) } as const;
  return life.decide('coordinate', by, {
    next: { ...held, state: 'coordinating', agency: agency.id },
    facts: [passed, routed],
  });
}

/** The agency instructs one of its own sub-agencies. */
export function dispatch(
  report: Report,
  by: By & { subAgency: Organisation | undefined },
): Decision<ReportIn<'dispatched'>> {
  const held = life.begin('dispatch', report, by.actor);
  const agency = organisationOf(by);
  const { subAgency } = by;
  if (subAgency?.kind !== 'sub_agency' || subAgency.parent !== agency) throw new NotItsSubAgency();
  const next = { ...held, state: 'dispatched', agency, subAgency: subAgency.id } as const;
  return life.decide('dispatch', by, { next, facts: [{ type: 'dispatched', agency, subAgency: subAgency.id }] });
}

/** Refuses the report as such, with one of the city's reasons and a text for the reporter. */
export function reject(report: Report, by: By & { reason: string }): Decision<ReportIn<'rejected'>> {
  const held = life.begin('reject', report, by.actor);
  const rejected = { type: 'rejected', by: organisationOf(by), reason: by.reason } as const;
  return life.decide('reject', by, { next: { ...held, state: 'rejected' }, facts: [rejected] });
}

/** The organisation of an actor whom `begin` let pass as an organisation's. */
export function organisationOf({ actor }: By) {
  if (actor.organisation === undefined) throw new TypeError('an organisation acts here');
  return actor.organisation.id;
}
