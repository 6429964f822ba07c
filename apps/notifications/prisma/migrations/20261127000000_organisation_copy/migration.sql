-- The copy has the columns that it has in every service. What is there already is filled by a rebuild or the next change.
ALTER TABLE organisation
  ADD COLUMN parent uuid,
  ADD COLUMN categories text[] NOT NULL DEFAULT '{}';
