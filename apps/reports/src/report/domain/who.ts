import { type Authority, covers, type OrganisationId } from '@jaki/kernel';
import type { Actor, Report } from './report.js';

type Rule = (actor: Actor, report: Report) => boolean;

/** True when one of the regions is the given one or contains it. */
export function isCompetentIn(regions: readonly string[], region: string): boolean {
  return regions.some((own) => covers(own, region));
}

/** The organisation that must act, beside the kelurahan while the report waits; none when nobody is left to act. */
export function holderOf(report: Report): OrganisationId | undefined {
  switch (report.state) {
    case 'waiting':
    case 'coordinating':
      return report.agency;
    case 'dispatched':
      return report.subAgency;
    case 'in_progress':
    case 'awaiting_validation':
      return report.executor;
    default:
      return undefined;
  }
}

/** The office of exactly the kelurahan in which the pin lies. */
export function isKelurahanOf(actor: Actor, report: Report): boolean {
  const { organisation } = actor;
  return organisation?.kind === 'kelurahan_office' && organisation.regions.includes(report.region);
}

export function isReporterOf(actor: Actor, report: Report): boolean {
  return actor.organisation === undefined && actor.id === report.reporter;
}

/** A validator who is competent where the pin lies. */
export function isValidatorFor(actor: Actor, report: Report): boolean {
  const { organisation, roles } = actor;
  return (
    organisation !== undefined && roles.includes('validator') && isCompetentIn(organisation.regions, report.region)
  );
}

const actsFor = (actor: Actor, organisation: OrganisationId | undefined) =>
  organisation !== undefined && actor.roles.includes('officer') && actor.organisation?.id === organisation;

const isKelurahanOfficer: Rule = (actor, report) => actor.roles.includes('officer') && isKelurahanOf(actor, report);

const isHolder: Rule = (actor, report) =>
  actsFor(actor, holderOf(report)) || (report.state === 'waiting' && isKelurahanOfficer(actor, report));

/** Who may take a step, by the names of the workflow table. */
export const authorities = {
  citizen: { refusal: 'not_a_reporter', may: (actor) => actor.roles.includes('citizen') },
  channel: { refusal: 'not_a_reporter', may: (actor) => actor.roles.includes('channel') },
  holder: of('not_the_holder', isHolder),
  holder_agency: of(
    'not_the_holder',
    (actor, report) => actsFor(actor, report.agency) && actor.organisation?.kind === 'agency',
  ),
  kelurahan: of('not_the_holder', isKelurahanOfficer),
  // The unit that does the work never closes it.
  other_validator: of(
    'not_the_validator',
    (actor, report) =>
      isValidatorFor(actor, report) && !('executor' in report && report.executor === actor.organisation?.id),
  ),
  reporter: of('not_the_reporter', isReporterOf),
} as const satisfies Record<string, Authority<Actor, Report>>;

/** An authority over a report that there is. */
function of(refusal: string, rule: Rule): Authority<Actor, Report> {
  return { refusal, may: (actor, report) => report !== undefined && rule(actor, report) };
}
