/** Files that outlive a clearance (refusals, second line, incidents, shifts ...) and the evidence they name by its hash. */
export const sql = `
CREATE TABLE case_files (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  lane TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  clearance TEXT,
  state TEXT NOT NULL,
  UNIQUE (kind, number)
) STRICT;
CREATE INDEX case_files_open ON case_files (kind, opened_at) WHERE closed_at IS NULL;
CREATE INDEX case_files_closed ON case_files (kind, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_files_of_clearance ON case_files (clearance) WHERE clearance IS NOT NULL;

CREATE TABLE evidence (
  hash TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
`;
