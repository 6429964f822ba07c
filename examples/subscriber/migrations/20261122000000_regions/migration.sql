CREATE TABLE region (
  code   text    PRIMARY KEY,
  filed  integer NOT NULL DEFAULT 0,
  closed integer NOT NULL DEFAULT 0
);
