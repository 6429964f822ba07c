import { type OrganisationId, type PersonId, type RegionCode } from '@jaki/kernel';
import type { ReportId } from './ids.js';
import { NotYourStep, ObservedInFuture, PhotoNotUsable, ReferenceNotAllowed } from './errors.js';
import type { Actor, Decision, Photo, Report, ReportIn } from './report.js';
import { decide } from './step.js';
import { rowOf } from './workflow.js';

/** What a report is at its filing. Number, region and agency were looked up before. */
export interface Filing {
  readonly id: ReportId;
  readonly number: string;
  readonly category: string;
  readonly region: RegionCode;
  readonly visibility: 'private' | 'public';
  readonly agency: OrganisationId | undefined;
  readonly observedAt: Date | undefined;
  readonly photos: readonly Photo[];
  readonly reference: { readonly source: string; readonly id: string } | undefined;
}

// A phone's clock may be ahead of ours.
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** A citizen or a channel account files a report; it waits at its kelurahan and in the routed agency's queue. */
export function file(filing: Filing, by: { actor: Actor; at: Date }): Decision<ReportIn<'waiting'>> {
  const { actor, at } = by;
  const { id, number, category, region, visibility, agency } = filing;
  const { who } = rowOf('file');
  if (!who.some((role) => actor.roles.includes(role))) throw new NotYourStep('file', who);
  if (filing.reference !== undefined && actor.channel === undefined) throw new ReferenceNotAllowed();
  if (filing.observedAt !== undefined && filing.observedAt.getTime() > at.getTime() + CLOCK_SKEW_MS) {
    throw new ObservedInFuture();
  }
  refuseUnusable(filing.photos, actor.id);
  const waiting: ReportIn<'waiting'> = {
    state: 'waiting',
    ...{ id, number, category, region, visibility, reporter: actor.id, version: 0 },
    ...(actor.recipient !== undefined && { recipient: actor.recipient }),
    ...(agency !== undefined && { agency }),
  };
  const routed = agency === undefined ? [] : [{ type: 'routed', agency } as const];
  return decide('file', by, waiting, [{ type: 'filed', channel: actor.channel ?? 'app' }, ...routed]);
}

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

function refuseUnusable(photos: readonly Photo[], owner: PersonId): void {
  const bad = photos.find((photo) => photo.used || photo.owner !== owner || photo.organisation !== undefined);
  if (bad !== undefined) throw new PhotoNotUsable(bad.id);
}
