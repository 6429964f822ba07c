import { counted, section, tally } from '../tally.js';
import { type Catalogue } from './catalogue.js';
import { type Fault, lineOf, quoted } from './fault.js';
import { type Outcome } from './outcome.js';

/** What the person at the terminal is told in the end. @param outcomes in the order of the drafts */
export function summaryOf({ drafts, faults }: Catalogue, outcomes: readonly Outcome[]): string {
  const of = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const there = of('there') + of('there_otherwise');
  const refused = outcomes.flatMap((outcome, n): Fault[] => {
    return outcome.kind === 'refused' ? [{ line: drafts[n]?.line ?? 0, reason: outcome.reason }] : [];
  });
  const all = [...faults, ...refused].sort((one, other) => one.line - other.line);
  const lines = new Set(all.map(({ line }) => line)).size;
  const unsettled = of('unsettled');
  return [
    `${of('new')} new, ${there} were there, ${lines} lines of the file refused` +
      (unsettled > 0 ? `, ${unsettled} without a clear answer: run it again` : ''),
    ...(of('new') > 0 ? ['Buyers see a new one once the office of its kelurahan has approved it.'] : []),
    ...section('Refused', all.map(lineOf)),
    ...section('Without a clear answer', counted(tally(codesOf(outcomes)))),
    ...section('There, but not as the file says: nothing was changed', otherwise(drafts, outcomes)),
  ].join('\n');
}

function codesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'unsettled' ? [outcome.code] : []));
}

function otherwise(drafts: Catalogue['drafts'], outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome, n) => {
    if (outcome.kind !== 'there_otherwise') return [];
    return [`  ${outcome.number} ${quoted(drafts[n]?.listing.title ?? '')}`];
  });
}
