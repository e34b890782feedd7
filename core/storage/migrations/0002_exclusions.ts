/** "Not the same person": which document and list entry were told apart, by whom and until when. */
export const sql = `
CREATE TABLE exclusions (
  id TEXT PRIMARY KEY,
  document_hash TEXT NOT NULL,
  list TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  entry_digest TEXT NOT NULL,
  match_class TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  confirmed_by TEXT,
  last_day TEXT NOT NULL,
  record_number TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  undone_reason TEXT
) STRICT;
CREATE INDEX exclusions_of_document ON exclusions (document_hash, decided_at) WHERE undone_at IS NULL;
`;
