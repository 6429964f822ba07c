-- Unlogged: it is written with each request that is counted, and losing it in a crash of PostgreSQL only forgives.
CREATE UNLOGGED TABLE platform.rate_limit (
  name text NOT NULL,
  caller text NOT NULL,
  full_at timestamptz(6) NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (name, caller)
);
