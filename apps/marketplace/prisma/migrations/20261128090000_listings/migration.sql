CREATE SEQUENCE listing_number;

CREATE TABLE listing (
  id uuid NOT NULL,
  number text NOT NULL,
  business_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  category text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT listing_pkey PRIMARY KEY (id),
  CONSTRAINT listing_business_id_fkey FOREIGN KEY (business_id) REFERENCES business (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX listing_number_key ON listing (number);
CREATE INDEX listing_business_id_id_idx ON listing (business_id, id);
CREATE INDEX listing_published_id_idx ON listing (id) WHERE state = 'published';
CREATE INDEX listing_submitted_idx ON listing (updated_at, id) WHERE state = 'submitted';

CREATE TABLE listing_history (
  listing_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  organisation uuid,
  note text,
  CONSTRAINT listing_history_pkey PRIMARY KEY (listing_id, version),
  CONSTRAINT listing_history_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE offer (
  id uuid NOT NULL,
  listing_id uuid NOT NULL,
  n integer NOT NULL,
  name text,
  unit text NOT NULL,
  price bigint NOT NULL,
  step bigint NOT NULL,
  minimum bigint NOT NULL,
  CONSTRAINT offer_pkey PRIMARY KEY (id),
  CONSTRAINT offer_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT offer_sane CHECK (price > 0 AND step > 0 AND minimum > 0)
);
CREATE INDEX offer_listing_id_n_idx ON offer (listing_id, n);

CREATE TABLE stock (
  offer_id uuid NOT NULL,
  on_hand bigint NOT NULL,
  reserved bigint NOT NULL,
  CONSTRAINT stock_pkey PRIMARY KEY (offer_id),
  CONSTRAINT stock_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT stock_sane CHECK (0 <= reserved AND reserved <= on_hand)
);

CREATE TABLE stock_movement (
  id uuid NOT NULL,
  offer_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  change bigint NOT NULL,
  order_id uuid,
  CONSTRAINT stock_movement_pkey PRIMARY KEY (id),
  CONSTRAINT stock_movement_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX stock_movement_offer_id_id_idx ON stock_movement (offer_id, id);

CREATE TABLE basket_line (
  buyer uuid NOT NULL,
  offer_id uuid NOT NULL,
  quantity bigint NOT NULL,
  price bigint NOT NULL,
  added_at timestamptz(3) NOT NULL,
  CONSTRAINT basket_line_pkey PRIMARY KEY (buyer, offer_id),
  CONSTRAINT basket_line_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT basket_line_sane CHECK (quantity > 0 AND price > 0)
);
CREATE INDEX basket_line_added_at_idx ON basket_line (added_at);
