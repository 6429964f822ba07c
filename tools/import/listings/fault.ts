/** Why something in the file is left out. */
export interface Fault {
  /** Of the file, counted from 1. */
  readonly line: number;
  /** Absent when it is the row as a whole. */
  readonly column?: string;
  readonly reason: string;
}

/** As the person at the terminal reads it. */
export function lineOf({ line, column, reason }: Fault): string {
  return `  line ${line}${column === undefined ? '' : `, ${column}`}: ${reason}`;
}

/** A value of the file in a message: short, and on one line. */
export function quoted(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return `“${line.length > 40 ? `${line.slice(0, 40).toWellFormed()}…` : line}”`;
}
