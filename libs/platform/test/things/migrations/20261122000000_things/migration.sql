CREATE TABLE thing (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  weight bigint,
  made_on date NOT NULL DEFAULT DATE '2026-11-22',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
