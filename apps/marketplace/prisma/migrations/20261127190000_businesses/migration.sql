CREATE SEQUENCE business_number;

CREATE TABLE business (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  owner uuid NOT NULL,
  recipient text,
  name text NOT NULL,
  kind text NOT NULL,
  region text NOT NULL,
  nib text,
  kbli text NOT NULL,
  risk text NOT NULL,
  proofs jsonb NOT NULL,
  applied_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT business_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX business_number_key ON business (number);
CREATE UNIQUE INDEX business_nib_key ON business (nib) WHERE state IN ('verified', 'suspended');
CREATE INDEX business_owner_id_idx ON business (owner, id);
CREATE INDEX business_submitted_id_idx ON business (id) WHERE state = 'submitted';
CREATE INDEX business_verified_id_idx ON business (id) WHERE state = 'verified';

CREATE TABLE business_history (
  business_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  organisation uuid,
  note text,
  CONSTRAINT business_history_pkey PRIMARY KEY (business_id, version),
  CONSTRAINT business_history_business_id_fkey FOREIGN KEY (business_id) REFERENCES business (id) ON DELETE CASCADE ON UPDATE CASCADE
);
