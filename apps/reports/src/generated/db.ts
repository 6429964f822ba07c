import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type organisation = {
  id: string;
  name: string;
  kind: string;
  parent: string | null;
  regions: string[];
  categories: string[];
  version: number;
};
export type photo = {
  id: string;
  owner: string;
  organisation: string | null;
  /**
   * SHA-256 of the cleaned picture in hex.
   */
  hash: string;
  width: number;
  height: number;
  bytes: number;
  created_at: Timestamp;
  report_id: string | null;
  /**
   * report, before or after
   */
  purpose: string | null;
  /**
   * Set when nobody used it in time: its file goes first, then this row.
   */
  expired_at: Timestamp | null;
};
export type report = {
  id: string;
  number: string;
  state: string;
  version: number;
  reporter: string;
  recipient: string | null;
  channel: string;
  category: string;
  region: string;
  visibility: string;
  lat: number;
  long: number;
  description: string;
  landmark: string | null;
  reference_source: string | null;
  reference_id: string | null;
  /**
   * The agency in whose queue it is or was.
   */
  agency: string | null;
  /**
   * Who must act: the agency, its sub-agency, then the executor.
   */
  holder: string | null;
  executor: string | null;
  /**
   * @kyselyType(string)
   */
  finish_by: string | null;
  proof_before: string | null;
  proof_after: string | null;
  rework: string | null;
  observed_at: Timestamp | null;
  filed_at: Timestamp;
  updated_at: Timestamp;
};
export type report_day = {
  /**
   * @kyselyType(string)
   */
  day: string;
  base: bigint;
};
export type report_history = {
  report_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
  organisation: string | null;
  note: string | null;
  details: unknown;
};
export type DB = {
  organisation: organisation;
  photo: photo;
  report: report;
  report_day: report_day;
  report_history: report_history;
};
