CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  regions text[] NOT NULL,
  version integer NOT NULL
);
CREATE INDEX organisation_regions_idx ON organisation USING gin (regions);

CREATE TABLE recipient (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
  salt bytea NOT NULL CHECK (octet_length(salt) = 32),
  last_sequence integer NOT NULL DEFAULT 0,
  unread_count integer NOT NULL DEFAULT 0 CHECK (unread_count BETWEEN 0 AND last_sequence)
);

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES recipient (id) ON UPDATE CASCADE ON DELETE CASCADE,
  sequence integer NOT NULL,
  event_id uuid NOT NULL,
  event_type text NOT NULL,
  template text NOT NULL,
  reference bytea NOT NULL,
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3)
);
CREATE UNIQUE INDEX notice_event_id_recipient_id_key ON notice (event_id, recipient_id);
CREATE UNIQUE INDEX notice_recipient_id_sequence_key ON notice (recipient_id, sequence);
CREATE INDEX notice_at_idx ON notice (at);
-- Reading up to a sequence touches the unread ones only, which stay few while the inbox grows.
CREATE INDEX notice_unread_idx ON notice (recipient_id, sequence) WHERE read_at IS NULL;

CREATE TABLE parked_notice (
  event_id uuid NOT NULL,
  place text NOT NULL,
  event_type text NOT NULL,
  template text NOT NULL,
  about jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (event_id, place)
);
