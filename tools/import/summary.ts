import { type Outcome } from './outcome.js';
import { type FiledPlace } from './read-back.js';
import { counted, section, tally } from './tally.js';

/** What the person at the terminal is told in the end. */
export function summaryOf(outcomes: readonly Outcome[], places: readonly FiledPlace[]): string {
  const of = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind);
  const filed = of('filed').length;
  const there = of('already_there').length;
  const counts = `${filed} filed, ${there} already there, ${of('refused').length} refused`;
  const unsettled = of('unsettled').length;
  return [
    `${outcomes.length} features: ${counts}${unsettled > 0 ? `, ${unsettled} without a clear answer: run it again` : ''}`,
    ...section('Refused', counted(reasons(outcomes, 'refused'))),
    ...section('Without a clear answer', counted(reasons(outcomes, 'unsettled'))),
    ...section('In the queue of', counted(tally(places.map(({ agency }) => agency)))),
    ...section('In the kelurahan', counted(tally(places.map(({ kelurahan }) => kelurahan)))),
  ].join('\n');
}

function reasons(outcomes: readonly Outcome[], kind: 'refused' | 'unsettled'): [string, number][] {
  return tally(outcomes.flatMap((outcome) => (outcome.kind === kind && 'code' in outcome ? [outcome.code] : [])));
}
