CREATE TABLE settlement_line (
  day date NOT NULL,
  n integer NOT NULL,
  kind text NOT NULL,
  transaction_id text NOT NULL,
  reference text NOT NULL,
  gross bigint NOT NULL,
  mdr bigint NOT NULL,
  CONSTRAINT settlement_line_pkey PRIMARY KEY (day, n)
);

CREATE TABLE settlement_difference (
  day date NOT NULL,
  kind text NOT NULL,
  reference text NOT NULL,
  ours bigint NOT NULL,
  theirs bigint NOT NULL,
  found_at timestamptz(3) NOT NULL,
  CONSTRAINT settlement_difference_pkey PRIMARY KEY (day, kind, reference)
);
