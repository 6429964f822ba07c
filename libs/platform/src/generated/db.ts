import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type IdempotencyKey = {
  /**
   * Whose key it is: the caller's id in this service, with the organisation, channel and roles that it acts in.
   */
  caller: string;
  key: string;
  /**
   * SHA-256 of method, path and body: the same key must mean the same request.
   */
  fingerprint: Buffer;
  /**
   * What the work returned, as JSON. Null only inside the transaction that does the work.
   */
  result: string | null;
  created_at: Generated<Timestamp>;
};
export type RateLimit = {
  name: string;
  caller: string;
  /**
   * When the caller has its whole quota again, if nothing is taken meanwhile.
   */
  full_at: Timestamp;
};
export type DB = {
  'platform.idempotency_key': IdempotencyKey;
  'platform.rate_limit': RateLimit;
};
