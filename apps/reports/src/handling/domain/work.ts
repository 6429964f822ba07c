import { defined, type OrganisationId } from '@jaki/kernel';
import { PhotoNotUsable, ProofNotNew } from '../../report/domain/errors.js';
import type { Decision, Photo, Report, ReportIn } from '../../report/domain/report.js';
import { type By, life } from '../../report/domain/workflow.js';
import { NotInFuture } from './errors.js';
import { organisationOf } from './pass-on.js';

/** The holder begins: from here on it is the executor. */
export function start(report: Report, by: By): Decision<ReportIn<'in_progress'>> {
  const held = life.begin('start', report, by.actor);
  const executor = organisationOf(by);
  const { id, number, reporter, recipient, category, region, visibility, version, agency } = held;
  const next: ReportIn<'in_progress'> = {
    state: 'in_progress',
    id,
    number,
    reporter,
    category,
    region,
    visibility,
    version,
    executor,
    ...defined({ recipient, agency }),
  };
  return life.decide('start', by, { next, facts: [{ type: 'work_started', executor }] });
}

/** Promises a day for long work (EWS). A later promise replaces it. */
export function promise(
  report: Report,
  by: By & { finishBy: string; today: string },
): Decision<ReportIn<'in_progress'>> {
  const worked = life.begin('promise', report, by.actor);
  const { finishBy, today } = by;
  if (finishBy <= today) throw new NotInFuture(today);
  const { executor } = worked;
  return life.decide('promise', by, {
    next: { ...worked, finishBy },
    facts: [{ type: 'finish_promised', executor, finishBy }],
  });
}

/** The executor says that it is done and shows the place before and after. */
export function complete(
  report: Report,
  by: By & { before: Photo; after: Photo },
): Decision<ReportIn<'awaiting_validation'>> {
  const { rework: _, ...worked } = life.begin('complete', report, by.actor);
  const { before, after } = by;
  const { executor } = worked;
  refuseUnlessOf(executor, before, after);
  if (before.hash === after.hash) throw new ProofNotNew();
  const proof = { before: before.id, after: after.id };
  const next = { ...worked, state: 'awaiting_validation', proof } as const;
  return life.decide('complete', by, { next, facts: [{ type: 'completion_claimed', executor, proof }] });
}

function refuseUnlessOf(executor: OrganisationId, ...photos: readonly Photo[]): void {
  const bad = photos.find((photo) => photo.used || photo.organisation !== executor);
  if (bad !== undefined) throw new PhotoNotUsable(bad.id);
}
