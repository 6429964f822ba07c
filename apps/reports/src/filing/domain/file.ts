import { defined, type OrganisationId, type PersonId, type RegionCode } from '@jaki/kernel';
import { PhotoNotUsable } from '../../report/domain/errors.js';
import type { ReportId } from '../../report/domain/ids.js';
import type { Actor, Decision, Photo, ReportIn } from '../../report/domain/report.js';
import { life } from '../../report/domain/workflow.js';
import { ObservedInFuture, ReferenceNotAllowed } from './errors.js';

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
  life.beginNew('file', actor);
  refuseUnsound(filing, actor, at);
  const { id, number, category, region, visibility, agency } = filing;
  const next: ReportIn<'waiting'> = {
    state: 'waiting',
    id,
    number,
    category,
    region,
    visibility,
    reporter: actor.id,
    version: 0,
    ...defined({ recipient: actor.recipient, agency }),
  };
  const filed = { type: 'filed', channel: actor.channel ?? 'app' } as const;
  const routed = agency === undefined ? [] : [{ type: 'routed', agency } as const];
  return life.decide('file', by, { next, facts: [filed, ...routed] });
}

function refuseUnsound({ reference, observedAt, photos }: Filing, actor: Actor, at: Date): void {
  if (reference !== undefined && actor.channel === undefined) throw new ReferenceNotAllowed();
  if (observedAt !== undefined && observedAt.getTime() > at.getTime() + CLOCK_SKEW_MS) throw new ObservedInFuture();
  refuseUnusable(photos, actor.id);
}

function refuseUnusable(photos: readonly Photo[], owner: PersonId): void {
  const bad = photos.find((photo) => photo.used || photo.owner !== owner || photo.organisation !== undefined);
  if (bad !== undefined) throw new PhotoNotUsable(bad.id);
}
