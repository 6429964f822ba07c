CREATE TABLE __thing__ (
  id uuid NOT NULL,
  owner uuid NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT __thing___pkey PRIMARY KEY (id)
);
CREATE INDEX __thing___owner_id_idx ON __thing__ (owner, id);
