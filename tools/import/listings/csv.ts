// csv-parse: of all that spreadsheets write, quotes and line breaks inside of fields are what a parser of one's own gets
// wrong, and this one is kept up, depends on nothing and is in the workspace already.
import { CsvError, type Info, parse } from 'csv-parse/sync';

/** One row, and the line of the file on which it begins, counted from 1 as editors do. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that cannot be told from what follows it. */
export interface BrokenRow {
  readonly line: number;
  readonly broken: string;
}

const LINE_BREAK = /\r\n|\n|\r/;

/**
 * The rows of a CSV file (RFC 4180), also with the semicolons that a spreadsheet writes where the comma is the decimal
 * sign. A quote that is never closed spoils its own row alone: reading goes on with the line after it.
 */
export function readRows(text: string): (Row | BrokenRow)[] {
  const lines = text.split(LINE_BREAK);
  const delimiter = lines[0]?.includes(';') === true && !lines[0].includes(',') ? ';' : ',';
  const rows: (Row | BrokenRow)[] = [];
  for (let from = 0; from < lines.length;) {
    const part = readUntilBroken(lines.slice(from).join('\n'), delimiter);
    rows.push(...part.rows.map((row) => ({ ...row, line: row.line + from })));
    if (part.broken === undefined) break;
    let at = from + part.endLine;
    while (lines[at] === '') at += 1;
    rows.push({ line: at + 1, broken: part.broken });
    from = at + 1;
  }
  return rows;
}

/** What could be read, and on which line that ended. */
interface Part {
  readonly rows: readonly Row[];
  readonly endLine: number;
  readonly broken?: string;
}

function readUntilBroken(text: string, delimiter: string): Part {
  const rows: Row[] = [];
  let endLine = 0;
  const keep = (cells: string[], { lines }: Info) => {
    // The parser counts to the end of a row; people look for its beginning.
    const within = cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    endLine = lines;
    rows.push({ line: lines - within, cells });
    return null;
  };
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' };
    parse(text, { ...options, on_record: (cells: string[], info) => keep(cells, info) });
    return { rows, endLine };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, endLine, broken: reasonOf(error.code) };
  }
}

function reasonOf(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a field begins with a quote (") that is never closed';
  return 'a quote (") within a field: put the whole field in quotes and write each quote in it twice';
}
