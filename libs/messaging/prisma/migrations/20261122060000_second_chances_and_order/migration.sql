-- Dead letters get second chances before they need a person, and later messages of a key can wait behind them.
ALTER TABLE messaging.dead_letter
  ADD COLUMN chances        smallint NOT NULL DEFAULT 0,
  ADD COLUMN settled_at     timestamptz(3),
  ADD COLUMN discard_reason text,
  DROP CONSTRAINT dead_letter_state_check,
  ADD CONSTRAINT dead_letter_state_check CHECK (state IN ('dead', 'due', 'parked', 'replayed', 'discarded'));
UPDATE messaging.dead_letter SET discard_reason = 'not known' WHERE state = 'discarded';
ALTER TABLE messaging.dead_letter
  ADD CONSTRAINT dead_letter_discarded_for_a_reason CHECK ((state = 'discarded') = (discard_reason IS NOT NULL));

-- What waits of a key, in the order of the topic. A key may be longer than an index takes, its hash is not.
CREATE INDEX dead_letter_waiting ON messaging.dead_letter (consumer, topic, sha256(key), position)
  WHERE state IN ('dead', 'due', 'parked');

-- With the consumer in front, so that what is parked by the thousand is not looked through for what is due.
DROP INDEX messaging.dead_letter_due;
CREATE INDEX dead_letter_due ON messaging.dead_letter (consumer, due_at) WHERE state = 'due';
