import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type business = {
  id: string;
  number: string;
  state: string;
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: number;
  /**
   * A person as this service knows them.
   */
  owner: string;
  recipient: string | null;
  name: string;
  kind: string;
  /**
   * The kelurahan in which it is.
   */
  region: string;
  /**
   * In no event. One verified or suspended business for each.
   */
  nib: string | null;
  kbli: string;
  risk: string;
  proofs: unknown;
  applied_at: Timestamp;
  updated_at: Timestamp;
};
export type business_history = {
  business_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
  organisation: string | null;
  /**
   * The officer's reason: for the owner and those who verify.
   */
  note: string | null;
};
export type payment_code = {
  business_id: string;
  /**
   * Several stalls of one merchant may share it. In no event.
   */
  nmid: string;
  code: string;
  registered_at: Timestamp;
};
export type DB = {
  business: business;
  business_history: business_history;
  payment_code: payment_code;
};
