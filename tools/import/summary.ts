import { type Outcome, tally } from './outcome.js';
import { type FiledPlace } from './read-back.js';

/** What the person at the terminal is told in the end. */
export function summaryOf(outcomes: readonly Outcome[], places: readonly FiledPlace[]): string {
  const of = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind);
  const filed = of('filed').length;
  const there = of('already_there').length;
  const counts = `${filed} filed, ${there} already there, ${of('refused').length} refused`;
  const unsettled = of('unsettled').length;
  return [
    `${outcomes.length} features: ${counts}${unsettled > 0 ? `, ${unsettled} without a clear answer: run it again` : ''}`,
    ...section('Refused', reasons(outcomes, 'refused')),
    ...section('Without a clear answer', reasons(outcomes, 'unsettled')),
    ...section('In the queue of', tally(places.map(({ agency }) => agency))),
    ...section('In the kelurahan', tally(places.map(({ kelurahan }) => kelurahan))),
  ].join('\n');
}

function reasons(outcomes: readonly Outcome[], kind: 'refused' | 'unsettled'): [string, number][] {
  return tally(outcomes.flatMap((outcome) => (outcome.kind === kind && 'code' in outcome ? [outcome.code] : [])));
}

function section(title: string, rows: readonly [name: string, times: number][]): string[] {
  if (rows.length === 0) return [];
  return ['', title, ...rows.map(([name, times]) => `${String(times).padStart(6)}  ${name}`)];
}
