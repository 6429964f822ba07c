CREATE TABLE report (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  reporter uuid NOT NULL,
  recipient text,
  channel text NOT NULL,
  category text NOT NULL,
  region text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('private', 'public')),
  lat double precision NOT NULL,
  long double precision NOT NULL,
  description text NOT NULL,
  landmark text,
  reference_source text,
  reference_id text,
  agency uuid,
  holder uuid,
  executor uuid,
  finish_by date,
  proof_before uuid,
  proof_after uuid,
  rework text,
  observed_at timestamptz(3),
  filed_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CHECK ((reference_source IS NULL) = (reference_id IS NULL))
);
CREATE UNIQUE INDEX report_number_key ON report (number);
CREATE INDEX report_reporter_id_idx ON report (reporter, id);
-- Permanent: what a channel filed once it never files again.
CREATE UNIQUE INDEX report_reference_key ON report (reference_source, reference_id) WHERE reference_id IS NOT NULL;
-- Queues hold open work only.
CREATE INDEX report_holder_queue ON report (holder, id)
  WHERE state IN ('waiting', 'coordinating', 'dispatched', 'in_progress', 'awaiting_validation');
CREATE INDEX report_region_queue ON report (region text_pattern_ops, id)
  WHERE state IN ('waiting', 'coordinating', 'awaiting_validation');
CREATE INDEX report_unrouted ON report (category, id) WHERE state = 'waiting' AND agency IS NULL;
CREATE INDEX report_public_list ON report (id) WHERE visibility = 'public';
CREATE INDEX report_public_region ON report (region text_pattern_ops, id) WHERE visibility = 'public';
CREATE INDEX report_public_place ON report USING gist (point(long, lat)) WHERE visibility = 'public';

CREATE TABLE report_history (
  report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE ON UPDATE CASCADE,
  version integer NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  organisation uuid,
  note text,
  details jsonb NOT NULL,
  PRIMARY KEY (report_id, version)
);

CREATE TABLE photo (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL,
  organisation uuid,
  hash text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  report_id uuid REFERENCES report (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  purpose text CHECK (purpose IN ('report', 'before', 'after')),
  expired_at timestamptz(3),
  CHECK ((report_id IS NULL) = (purpose IS NULL)),
  CHECK (report_id IS NULL OR expired_at IS NULL)
);
CREATE INDEX photo_report_id_idx ON photo (report_id);
CREATE INDEX photo_unused ON photo (created_at) WHERE report_id IS NULL;
-- The same picture proves one thing once, across all reports.
CREATE UNIQUE INDEX photo_proof_once ON photo (hash) WHERE purpose IN ('before', 'after');

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  parent uuid,
  regions text[] NOT NULL,
  categories text[] NOT NULL,
  version integer NOT NULL
);
CREATE INDEX organisation_agency_category ON organisation USING gin (categories) WHERE kind = 'agency';

CREATE SEQUENCE report_number;
CREATE TABLE report_day (
  day date PRIMARY KEY,
  base bigint NOT NULL
);
