/**
 * What patterns are seen by: keyed hashes of what crossings share, each row whole, so that the newest under one key are read
 * from a page or two. `keys` says where the rows of a crossing stand, for its deletion and for its second writing.
 */
export const sql = `
CREATE TABLE pattern_crossings (
  id INTEGER PRIMARY KEY,
  crossing TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  keys TEXT NOT NULL
) STRICT;
CREATE INDEX pattern_crossings_at ON pattern_crossings (at);

CREATE TABLE pattern_sightings (
  key INTEGER NOT NULL,
  at INTEGER NOT NULL,
  crossing INTEGER NOT NULL,
  day INTEGER NOT NULL,
  departure INTEGER NOT NULL,
  trouble INTEGER NOT NULL,
  person INTEGER NOT NULL,
  document INTEGER,
  birth INTEGER,
  nationality TEXT NOT NULL,
  gate TEXT NOT NULL,
  child INTEGER NOT NULL,
  party INTEGER NOT NULL,
  local INTEGER NOT NULL,
  PRIMARY KEY (key, at, crossing)
) STRICT, WITHOUT ROWID;
`;
