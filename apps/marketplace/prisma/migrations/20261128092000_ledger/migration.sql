-- Each row moves money from one account to another, so the books balance by construction.
CREATE TABLE ledger_transfer (
  id uuid NOT NULL,
  kind text NOT NULL,
  reference uuid NOT NULL,
  n integer NOT NULL,
  debit text NOT NULL,
  credit text NOT NULL,
  amount bigint NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT ledger_transfer_pkey PRIMARY KEY (id),
  CONSTRAINT ledger_transfer_sane CHECK (amount > 0 AND debit <> credit)
);
CREATE UNIQUE INDEX ledger_transfer_kind_reference_n_key ON ledger_transfer (kind, reference, n);
CREATE INDEX ledger_transfer_debit_id_idx ON ledger_transfer (debit, id);
CREATE INDEX ledger_transfer_credit_id_idx ON ledger_transfer (credit, id);

-- Kept for sellers alone: an account of the platform is in every sale, and a row for it would be hot.
CREATE TABLE seller_balance (
  account text NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT seller_balance_pkey PRIMARY KEY (account),
  CONSTRAINT seller_balance_floor CHECK (amount >= 0)
);

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

-- One row per account and statement, in the order of accounts, so that two statements cannot wait for each other.
CREATE FUNCTION ledger_keep_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change record;
BEGIN
  FOR change IN
    SELECT account, sum(amount)::bigint AS amount FROM (
      SELECT credit AS account, amount FROM added UNION ALL SELECT debit, -amount FROM added
    ) AS moved WHERE account LIKE 'seller:%' GROUP BY account ORDER BY account
  LOOP
    -- The floor is checked on what the row becomes, not on what an insert of it would be.
    UPDATE seller_balance SET amount = seller_balance.amount + change.amount WHERE account = change.account;
    IF NOT FOUND THEN
      INSERT INTO seller_balance (account, amount) VALUES (change.account, change.amount)
        ON CONFLICT (account) DO UPDATE SET amount = seller_balance.amount + excluded.amount;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_balances AFTER INSERT ON ledger_transfer
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep_balances();
