CREATE TABLE person (
  id uuid NOT NULL,
  identity_subject uuid NOT NULL,
  phone_hash bytea NOT NULL,
  phone_ciphertext bytea NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX person_identity_subject_key ON person (identity_subject);
CREATE UNIQUE INDEX person_phone_hash_key ON person (phone_hash);

CREATE TABLE otp_challenge (
  id uuid NOT NULL,
  phone_hash bytea NOT NULL,
  address_hash bytea NOT NULL,
  code_hash bytea NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT otp_challenge_pkey PRIMARY KEY (id)
);
CREATE INDEX otp_challenge_phone_hash_created_at_idx ON otp_challenge (phone_hash, created_at);
CREATE INDEX otp_challenge_address_hash_created_at_idx ON otp_challenge (address_hash, created_at);
CREATE INDEX otp_challenge_created_at_idx ON otp_challenge (created_at);

CREATE TABLE sms_message (
  id uuid NOT NULL,
  recipient_ciphertext bytea NOT NULL,
  text_ciphertext bytea NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT sms_message_pkey PRIMARY KEY (id)
);
CREATE INDEX sms_message_next_attempt_at_idx ON sms_message (next_attempt_at);

CREATE TABLE organisation (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  parent_id uuid,
  regions text[] NOT NULL,
  categories text[] NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX organisation_regions_idx ON organisation USING gin (regions);
CREATE INDEX organisation_parent_id_idx ON organisation (parent_id);

CREATE TABLE membership (
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  roles text[] NOT NULL,
  region text,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (person_id, organisation_id),
  CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX membership_organisation_id_idx ON membership (organisation_id);

CREATE TABLE oidc_artifact (
  model text NOT NULL,
  id text NOT NULL,
  payload jsonb NOT NULL,
  grant_id text,
  account_id uuid,
  expires_at timestamptz(3),
  consumed_at timestamptz(3),
  CONSTRAINT oidc_artifact_pkey PRIMARY KEY (model, id)
);
CREATE INDEX oidc_artifact_grant_id_idx ON oidc_artifact (grant_id);
CREATE INDEX oidc_artifact_account_id_idx ON oidc_artifact (account_id);
CREATE INDEX oidc_artifact_expires_at_idx ON oidc_artifact (expires_at);
