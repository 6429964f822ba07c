import { type Recorded, type Records } from './recorded.js';
import { type Row } from './row.js';
import { rows } from './rows/index.js';

const INTRODUCTION = `# Faults

Written by \`npm run chaos\` from each row's last run in full: what was broken, what was seen of it, what was counted
afterwards. How it counts, and what it takes for a row to be green, is in [tools/chaos](../tools/chaos/README.md).
`;

/** docs/faults.md. */
export function faultsPage(records: Records): string {
  const known = rows.toSorted((one, other) => one.number - other.number);
  const lines = known.map((row) => [row.number, row.fault, row.holds, verdictOf(row, records[row.number])] as const);
  const table = [
    ['row', 'fault', 'must hold beyond the counting', 'verdict'],
    ['---', '---', '---', '---'],
    ...lines,
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const runs = known.flatMap(({ number, fault }) => {
    const runs = records[number] ?? [];
    return runs.length > 0 ? [`## Row ${number}: ${fault}`, ...runs.map(detailsOf)] : [];
  });
  return [INTRODUCTION, table.join('\n'), ...runs].join('\n\n');
}

function verdictOf({ seeds = 1 }: Row, runs: readonly Recorded[] = []): string {
  if (runs.some(({ complaints }) => complaints.length > 0)) return '**red**';
  if (runs.length === 0) return 'not run in full yet';
  return runs.length < seeds ? `green with ${runs.length} of ${seeds} seeds` : 'green';
}

function detailsOf(run: Recorded): string {
  const { ok, fail, unknown } = run.operations;
  const facts = [
    `${run.date} UTC, seed ${run.seed}, commit ${run.commit}, ${Math.round(run.seconds)} s`,
    `operations: ${ok} ok, ${fail} refused, ${unknown} unknown; effects: ${run.effects}; copies in topics: ${run.copies}`,
    ...(run.recovery === undefined ? [] : [`nothing on its way any more ${run.recovery} ms after the heal`]),
    ...run.seen.map((seen) => `seen: ${seen}`),
    ...run.notes,
    ...run.complaints.map((complaint) => `**red**: ${complaint}`),
  ];
  return facts.map((fact) => `- ${fact}`).join('\n');
}
