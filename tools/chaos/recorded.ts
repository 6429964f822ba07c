import { type Result } from './run-row.js';

/** What is kept of a row's last run in full. */
export interface Recorded extends Pick<
  Result,
  'operations' | 'effects' | 'copies' | 'notes' | 'seconds' | 'complaints'
> {
  readonly recovery: number | undefined;
  readonly seen: readonly string[];
  readonly seed: number;
  readonly commit: string;
  readonly date: string;
}

/** By the number of the row. */
export type Records = Readonly<Record<string, Recorded>>;
