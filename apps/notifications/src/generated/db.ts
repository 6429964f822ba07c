import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type notice = {
  id: string;
  recipient_id: string;
  /**
   * 1, 2, 3 … in each inbox, without a gap
   */
  sequence: number;
  event_id: string;
  event_type: string;
  template: string;
  /**
   * What it is about, encrypted with the recipient's key.
   */
  reference: Buffer;
  /**
   * When the event happened.
   */
  at: Timestamp;
  read_at: Timestamp | null;
};
export type organisation = {
  id: string;
  kind: string;
  name: string;
  parent: string | null;
  regions: string[];
  categories: Generated<string[]>;
  /**
   * `ce_sequence` of the newest event taken in; an older one changes nothing.
   */
  version: number;
};
export type parked_notice = {
  event_id: string;
  /**
   * `organisation:<id>`, `kelurahan_office:<region>` or `validators:<region>`
   */
  place: string;
  event_type: string;
  template: string;
  about: unknown;
  at: Timestamp;
};
export type recipient = {
  id: string;
  /**
   * `person` or `organisation`
   */
  kind: string;
  /**
   * With REFERENCE_KEY it makes the key of this recipient's references: without it they cannot be read again.
   */
  salt: Buffer;
  last_sequence: Generated<number>;
  unread_count: Generated<number>;
};
export type DB = {
  notice: notice;
  organisation: organisation;
  parked_notice: parked_notice;
  recipient: recipient;
};
