import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type DeadLetter = {
  id: Generated<string>;
  consumer: string;
  event_id: string | null;
  type: string | null;
  topic: string;
  partition: number;
  position: bigint;
  recorded_at: Timestamp;
  key: Buffer | null;
  headers: string;
  value: Buffer | null;
  error_class: string;
  error_text: string;
  attempts: number;
  state: Generated<string>;
  due_at: Timestamp | null;
  died_at: Generated<Timestamp>;
  chances: Generated<number>;
  settled_at: Timestamp | null;
  discard_reason: string | null;
};
export type Inbox = {
  event_id: string;
  consumer: string;
  state: Generated<string>;
  attempts: Generated<number>;
  at: Generated<Timestamp>;
};
export type Outbox = {
  shard: number;
  id: Generated<bigint>;
  event_id: Generated<string>;
  topic: string;
  partition_key: string;
  aggregate_version: bigint;
  headers: unknown;
  payload: Buffer;
  created_at: Generated<Timestamp>;
};
export type OutboxDead = {
  id: bigint;
  shard: number;
  event_id: string;
  topic: string;
  partition_key: string;
  aggregate_version: bigint;
  headers: unknown;
  payload: Buffer;
  created_at: Timestamp;
  error: string;
  died_at: Generated<Timestamp>;
};
export type OutboxLease = {
  shard: number;
  owner: string | null;
  epoch: Generated<bigint>;
  until: Generated<Timestamp>;
};
export type OutboxRelay = {
  owner: string;
  until: Timestamp;
};
export type DB = {
  'messaging.dead_letter': DeadLetter;
  'messaging.inbox': Inbox;
  'messaging.outbox': Outbox;
  'messaging.outbox_dead': OutboxDead;
  'messaging.outbox_lease': OutboxLease;
  'messaging.outbox_relay': OutboxRelay;
};
