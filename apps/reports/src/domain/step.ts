import { IllegalTransition, NotYourStep } from './errors.js';
import type { Actor, Decision, Fact, FactNamed, Report, ReportIn } from './report.js';
import { isOneOf } from './who.js';
import { type Command, type FactsOf, type From, rowOf, type To } from './workflow.js';

/** Who takes a step, and when. */
export interface By {
  readonly actor: Actor;
  readonly at: Date;
  readonly note?: string | undefined;
}

/**
 * Opens a step: the workflow table says from which states and by whom. State comes first: where nobody could take the
 * step, nobody is told that they are the wrong one.
 *
 * @throws IllegalTransition, NotYourStep
 */
export function begin<C extends Command>(command: C, report: Report, actor: Actor): ReportIn<From<C>> {
  const { from, who } = rowOf(command);
  if (!from.includes(report.state)) throw new IllegalTransition(report.state, command);
  if (!isOneOf(who, actor, report)) throw new NotYourStep(command, who);
  return report as ReportIn<From<C>>;
}

/** Closes a step. The compiler holds the new state and the facts against the workflow table. */
export function decide<C extends Command>(
  _command: C,
  by: By,
  next: ReportIn<To<C>>,
  happenings: readonly FactNamed<FactsOf<C>>[],
): Decision<ReportIn<To<C>>> {
  const { at, note, actor } = by;
  const organisation = actor.organisation && { organisation: actor.organisation.id };
  const facts = happenings.map((happening, index) => ({
    ...happening,
    ...organisation,
    // The note belongs to what the actor did, not to what followed from it.
    ...(index === 0 && note !== undefined && { note }),
    version: next.version + index + 1,
    at,
  })) as readonly Fact[];
  return { next: { ...next, version: next.version + facts.length }, facts };
}
