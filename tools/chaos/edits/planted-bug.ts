import { type Row } from '../row.js';
import { type Edit } from './edit.js';

/** A bug that the harness must notice, in which row, and what it must say. */
export interface PlantedBug {
  readonly name: string;
  readonly service: 'reports' | 'notifications' | 'marketplace';
  readonly edits: readonly Edit[];
  /** What of the database would stand in its way, taken out for good. */
  readonly sql?: string;
  readonly row: Row;
  readonly says: RegExp;
}
