CREATE SEQUENCE payment_number;
CREATE SEQUENCE seller_order_number;

CREATE TABLE payment (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  buyer uuid NOT NULL,
  recipient text,
  amount bigint NOT NULL,
  qr text,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  look_at timestamptz(3),
  looks integer NOT NULL,
  CONSTRAINT payment_pkey PRIMARY KEY (id),
  CONSTRAINT payment_sane CHECK (amount > 0)
);
CREATE UNIQUE INDEX payment_number_key ON payment (number);
CREATE INDEX payment_buyer_id_idx ON payment (buyer, id);
CREATE INDEX payment_pending_expires_at_idx ON payment (expires_at) WHERE state = 'pending';
CREATE INDEX payment_look_at_idx ON payment (look_at) WHERE look_at IS NOT NULL;

CREATE TABLE payment_history (
  payment_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT payment_history_pkey PRIMARY KEY (payment_id, version),
  CONSTRAINT payment_history_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE payment_receipt (
  id uuid NOT NULL,
  transaction_id text NOT NULL,
  payment_id uuid NOT NULL,
  amount bigint NOT NULL,
  verdict text NOT NULL,
  heard_at timestamptz(3) NOT NULL,
  CONSTRAINT payment_receipt_pkey PRIMARY KEY (id),
  CONSTRAINT payment_receipt_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT payment_receipt_sane CHECK (amount > 0)
);
CREATE UNIQUE INDEX payment_receipt_transaction_id_key ON payment_receipt (transaction_id);
CREATE INDEX payment_receipt_payment_id_idx ON payment_receipt (payment_id);

CREATE TABLE payment_callback (
  id uuid NOT NULL,
  received_at timestamptz(3) NOT NULL,
  reference text,
  body text NOT NULL,
  verdict text NOT NULL,
  CONSTRAINT payment_callback_pkey PRIMARY KEY (id)
);
CREATE INDEX payment_callback_reference_id_idx ON payment_callback (reference, id);

CREATE TABLE refund (
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  order_id uuid,
  amount bigint NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  next_at timestamptz(3),
  requested_at timestamptz(3) NOT NULL,
  CONSTRAINT refund_pkey PRIMARY KEY (id),
  CONSTRAINT refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT refund_sane CHECK (amount > 0)
);
CREATE INDEX refund_payment_id_idx ON refund (payment_id);
CREATE INDEX refund_next_at_idx ON refund (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE seller_order (
  id uuid NOT NULL,
  number text NOT NULL,
  payment_id uuid NOT NULL,
  business_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  buyer uuid NOT NULL,
  buyer_recipient text,
  amount bigint NOT NULL,
  mdr bigint NOT NULL,
  region text NOT NULL,
  pickup_code text NOT NULL,
  paid_at timestamptz(3),
  due_at timestamptz(3),
  placed_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT seller_order_pkey PRIMARY KEY (id),
  CONSTRAINT seller_order_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seller_order_business_id_fkey FOREIGN KEY (business_id) REFERENCES business (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seller_order_sane CHECK (amount > 0 AND 0 <= mdr AND mdr < amount)
);
CREATE UNIQUE INDEX seller_order_number_key ON seller_order (number);
CREATE INDEX seller_order_payment_id_idx ON seller_order (payment_id);
CREATE INDEX seller_order_buyer_id_idx ON seller_order (buyer, id);
CREATE INDEX seller_order_business_id_id_idx ON seller_order (business_id, id);
CREATE INDEX seller_order_due_at_idx ON seller_order (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE seller_order_history (
  order_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  at timestamptz(3) NOT NULL,
  note text,
  CONSTRAINT seller_order_history_pkey PRIMARY KEY (order_id, version),
  CONSTRAINT seller_order_history_order_id_fkey FOREIGN KEY (order_id) REFERENCES seller_order (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE order_line (
  order_id uuid NOT NULL,
  n integer NOT NULL,
  offer_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  title text NOT NULL,
  offer_name text,
  unit text NOT NULL,
  price bigint NOT NULL,
  quantity bigint NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT order_line_pkey PRIMARY KEY (order_id, n),
  CONSTRAINT order_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES seller_order (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE hold (
  order_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  quantity bigint NOT NULL,
  state text NOT NULL,
  CONSTRAINT hold_pkey PRIMARY KEY (order_id, offer_id),
  CONSTRAINT hold_order_id_fkey FOREIGN KEY (order_id) REFERENCES seller_order (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT hold_sane CHECK (quantity > 0)
);
