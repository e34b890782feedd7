/** Clearances, the journal, the outbox and accounts. */
export const sql = `
CREATE TABLE clearances (
  id TEXT PRIMARY KEY,
  record_number TEXT NOT NULL UNIQUE,
  lane TEXT NOT NULL,
  running_number INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  outcome TEXT,
  direction TEXT NOT NULL,
  document_key TEXT,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX clearances_open ON clearances (lane) WHERE closed_at IS NULL;
CREATE INDEX clearances_closed ON clearances (lane, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX clearances_of_document ON clearances (document_key, closed_at)
  WHERE document_key IS NOT NULL AND closed_at IS NOT NULL;
CREATE INDEX clearances_number ON clearances (lane, running_number);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  actor TEXT NOT NULL,
  terminal TEXT NOT NULL,
  clearance TEXT,
  data TEXT NOT NULL,
  state_hash TEXT,
  outbox_hash TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_clearance ON journal (clearance) WHERE clearance IS NOT NULL;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  clearance TEXT NOT NULL,
  payload TEXT NOT NULL,
  acknowledged_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (seq) WHERE acknowledged_at IS NULL;

CREATE TABLE accounts (
  number TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER,
  last_login_at INTEGER,
  last_login_lane TEXT
) STRICT;
`;
