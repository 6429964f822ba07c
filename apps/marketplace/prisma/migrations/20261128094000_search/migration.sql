CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What is found by a search: one narrow row for each listing that is shown.
CREATE TABLE listing_search (
  listing_id uuid NOT NULL,
  areas text[] NOT NULL,
  category text NOT NULL,
  words text NOT NULL,
  price_from bigint NOT NULL,
  CONSTRAINT listing_search_pkey PRIMARY KEY (listing_id),
  CONSTRAINT listing_search_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- The stemmer of Indonesian mangles many words (kemeja becomes meja), so both forms are there.
CREATE INDEX listing_search_found_idx ON listing_search
  USING gin (areas, (to_tsvector('indonesian', words) || to_tsvector('simple', words)));

-- Every word that a shown listing ever had: what a mistyped one is corrected to.
CREATE TABLE search_word (
  word text NOT NULL,
  CONSTRAINT search_word_pkey PRIMARY KEY (word)
);
CREATE INDEX search_word_alike_idx ON search_word USING gin (word gin_trgm_ops);
