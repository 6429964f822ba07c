CREATE TABLE platform.idempotency_key (
  caller text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  result text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_key_created_at_idx ON platform.idempotency_key (created_at);
