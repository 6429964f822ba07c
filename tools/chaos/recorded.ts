import { type Result } from './run-row.js';

/** What is kept of a run in full. */
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

/** By the number of the row: its last run, or as many as it takes seeds. */
export type Records = Readonly<Record<string, readonly Recorded[]>>;
