CREATE TABLE payment_code (
  business_id uuid NOT NULL,
  nmid text NOT NULL,
  code text NOT NULL,
  registered_at timestamptz(3) NOT NULL,
  CONSTRAINT payment_code_pkey PRIMARY KEY (business_id),
  CONSTRAINT payment_code_business_id_fkey FOREIGN KEY (business_id) REFERENCES business (id) ON DELETE CASCADE ON UPDATE CASCADE
);
