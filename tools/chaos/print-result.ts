import { styleText } from 'node:util';
import { type Result } from './run-row.js';

/** What a row saw, for people. */
export function printed(result: Result): string {
  const { row, operations, effects, copies, notes, recovery, seconds, complaints } = result;
  const { ok, fail, unknown } = operations;
  const lines = [
    `operations: ${ok} ok, ${fail} refused, ${unknown} unknown; effects: ${effects}; copies in topics: ${copies}`,
    ...summedUp(result).map((observation) => `seen: ${observation}`),
    ...notes,
    `${recovery === undefined ? '' : `settled ${recovery} ms after the heal; `}took ${seconds.toFixed(1)} s`,
    ...complaints.map((complaint) => styleText('red', `✗ ${complaint}`)),
  ];
  const verdict = complaints.length === 0 ? styleText('green', 'green') : styleText('red', 'RED');
  return [`row ${row.number}: ${row.fault} … ${verdict}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** Observations of the same thing in one line. */
export function summedUp({ observations }: Result): string[] {
  const sums = new Map<string, number>();
  for (const { what, value } of observations) sums.set(what, (sums.get(what) ?? 0) + value);
  return [...sums].map(([what, value]) => `${what}: ${value}`);
}

/** One line a row. */
export function table(results: readonly Result[]): string {
  const lines = results.map(({ row, operations: { ok, fail, unknown }, effects, copies, recovery, complaints }) =>
    [
      String(row.number).padStart(3),
      (complaints.length === 0 ? 'green' : 'RED').padEnd(7),
      `${ok}/${fail}/${unknown}`.padEnd(15),
      String(effects).padStart(7),
      String(copies).padStart(7),
      (recovery === undefined ? '' : `${recovery} ms`).padStart(10),
      ` ${row.fault}`,
    ].join(' '),
  );
  return ['row verdict ok/fail/unknown effects  copies   recovery  fault', ...lines].join('\n');
}
