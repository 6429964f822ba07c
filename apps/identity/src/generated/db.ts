import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type membership = {
  person_id: string;
  organisation_id: string;
  roles: string[];
  /**
   * Narrows the organisation's regions for this member.
   */
  region: string | null;
  created_at: Timestamp;
};
export type oidc_artifact = {
  model: string;
  id: string;
  payload: unknown;
  grant_id: string | null;
  /**
   * Of a person, to end all their sessions at once.
   */
  account_id: string | null;
  expires_at: Timestamp | null;
  consumed_at: Timestamp | null;
};
export type organisation = {
  id: string;
  name: string;
  kind: string;
  parent_id: string | null;
  regions: string[];
  categories: string[];
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: bigint;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type otp_challenge = {
  id: string;
  phone_hash: Buffer;
  address_hash: Buffer;
  code_hash: Buffer;
  attempts: Generated<number>;
  created_at: Timestamp;
  expires_at: Timestamp;
  used_at: Timestamp | null;
};
export type person = {
  id: string;
  /**
   * The person's id in identity's own tokens, to find them by `sub`.
   */
  identity_subject: string;
  phone_hash: Buffer;
  phone_ciphertext: Buffer;
  created_at: Timestamp;
};
export type sms_message = {
  id: string;
  recipient_ciphertext: Buffer;
  text_ciphertext: Buffer;
  attempts: Generated<number>;
  next_attempt_at: Timestamp;
  expires_at: Timestamp;
};
export type DB = {
  membership: membership;
  oidc_artifact: oidc_artifact;
  organisation: organisation;
  otp_challenge: otp_challenge;
  person: person;
  sms_message: sms_message;
};
