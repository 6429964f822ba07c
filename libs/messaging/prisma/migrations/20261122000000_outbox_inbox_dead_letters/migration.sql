CREATE SCHEMA IF NOT EXISTS messaging;

-- What this service has decided to tell the others, written in the transaction of the change itself.
-- A shard holds whole keys, so that one relay at a time sends a key's events in the order of their ids.
CREATE TABLE messaging.outbox (
  shard             smallint       NOT NULL CHECK (shard BETWEEN 0 AND 7),
  id                bigint         GENERATED ALWAYS AS IDENTITY,
  event_id          uuid           NOT NULL DEFAULT uuidv7(),
  topic             text           NOT NULL,
  partition_key     text           NOT NULL,
  aggregate_version bigint         NOT NULL,
  headers           jsonb          NOT NULL,
  payload           bytea          NOT NULL CHECK (octet_length(payload) <= 900000),
  created_at        timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (shard, id)
) WITH (
  -- Rows live for milliseconds: a table of dead rows would slow each look for the next ones.
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000
);

-- Rows that the broker refuses even alone. An alarm watches the count: only a person can mend them.
CREATE TABLE messaging.outbox_dead (
  id                bigint         PRIMARY KEY,
  shard             smallint       NOT NULL,
  event_id          uuid           NOT NULL,
  topic             text           NOT NULL,
  partition_key     text           NOT NULL,
  aggregate_version bigint         NOT NULL,
  headers           jsonb          NOT NULL,
  payload           bytea          NOT NULL,
  created_at        timestamptz(3) NOT NULL,
  error             text           NOT NULL,
  died_at           timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

-- Who may send a shard's rows, by the database's clock. The epoch rises with each new owner.
CREATE TABLE messaging.outbox_lease (
  shard smallint       PRIMARY KEY,
  owner uuid,
  epoch bigint         NOT NULL DEFAULT 0,
  until timestamptz(3) NOT NULL DEFAULT '-infinity'
);
INSERT INTO messaging.outbox_lease (shard) SELECT generate_series(0, 7);

-- Relays that are alive, so that each takes its share of the shards and no more.
CREATE TABLE messaging.outbox_relay (
  owner uuid           PRIMARY KEY,
  until timestamptz(3) NOT NULL
);

-- Which events already had their effect here (or died), written in the transaction of the effect.
CREATE TABLE messaging.inbox (
  event_id uuid           NOT NULL,
  consumer text           NOT NULL,
  state    text           NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'dead')),
  attempts smallint       NOT NULL DEFAULT 1,
  at       timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, consumer)
);

-- The truth about messages that could not be handled: the whole message, where it lay and why it failed.
CREATE TABLE messaging.dead_letter (
  id          uuid           PRIMARY KEY DEFAULT uuidv7(),
  consumer    text           NOT NULL,
  event_id    uuid,
  type        text,
  topic       text           NOT NULL,
  partition   integer        NOT NULL,
  position    bigint         NOT NULL,
  -- Kafka's time of the record: a topic made anew counts its positions from zero again.
  recorded_at timestamptz(3) NOT NULL,
  key         bytea,
  headers     text           NOT NULL,
  value       bytea,
  error_class text           NOT NULL,
  error_text  text           NOT NULL,
  attempts    integer        NOT NULL,
  state       text           NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'due', 'replayed', 'discarded')),
  due_at      timestamptz(3),
  died_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (consumer, topic, partition, position, recorded_at)
);
CREATE INDEX dead_letter_due ON messaging.dead_letter (due_at) WHERE state = 'due';
