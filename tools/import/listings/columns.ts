import { UnusableFile } from '../cannot-import.js';
import { type BrokenRow, type Row } from './csv.js';
import { type Fault, quoted } from './fault.js';

export const columns = [
  'business',
  'title',
  'description',
  'category',
  'offer',
  'unit',
  'price',
  'stock',
  'step',
  'minimum',
] as const;

export type Column = (typeof columns)[number];
export type Cells = Readonly<Record<Column, string>>;

/** A row by its columns, without the blanks around each value. */
export interface NamedRow {
  readonly line: number;
  readonly cells: Cells;
}

/**
 * Gives each row's values their names out of the header, in whatever order it has them.
 *
 * @throws UnusableFile when the first row is no such header
 */
export function nameCells([header, ...rows]: readonly (Row | BrokenRow)[]): { rows: NamedRow[]; faults: Fault[] } {
  const names = namesIn(header);
  const named: NamedRow[] = [];
  const faults: Fault[] = [];
  for (const row of rows) {
    if ('broken' in row) faults.push({ line: row.line, reason: row.broken });
    else if (row.cells.every((cell) => cell.trim() === '')) continue;
    else if (row.cells.length === names.length) named.push({ line: row.line, cells: cellsOf(row, names) });
    else faults.push({ line: row.line, reason: `${row.cells.length} fields, not ${names.length} as the header has` });
  }
  return { rows: named, faults };
}

function namesIn(header: Row | BrokenRow | undefined): readonly Column[] {
  const names = header !== undefined && 'cells' in header ? header.cells.map((cell) => cell.trim().toLowerCase()) : [];
  const expected = `Its first line must be the header: ${columns.join(',')}`;
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new UnusableFile(`${expected}. It lacks ${missing.join(', ')}.`);
  // A column that nobody reads is one that was meant otherwise.
  const further = names.find((name, index) => !isColumn(name) || names.indexOf(name) !== index);
  if (further !== undefined) throw new UnusableFile(`${expected}, and no ${quoted(further)} beside or again.`);
  return names.filter(isColumn);
}

function isColumn(name: string): name is Column {
  return columns.some((column) => column === name);
}

// One way to write é, or the same title in two files would be two listings.
function cellsOf({ cells }: Row, names: readonly Column[]): Cells {
  const entries = names.map((name, index) => [name, (cells[index] ?? '').trim().normalize('NFC')] as const);
  return Object.fromEntries(entries) as Record<Column, string>;
}
