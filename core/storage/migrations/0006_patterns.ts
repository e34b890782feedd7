/**
 * What patterns are seen by: keyed hashes of what crossings share, each row whole, so that the newest under one key are read
 * from a page or two. Rows are narrow for the same reason: a gate is a number, and `party` is null where it is the person.
 * `keys` says where the rows of a crossing stand, eight bytes each, for its deletion and for its second writing.
 */
export const sql = `
CREATE TABLE pattern_crossings (
  id INTEGER PRIMARY KEY,
  crossing TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  keys BLOB NOT NULL
) STRICT;
CREATE INDEX pattern_crossings_at ON pattern_crossings (at);

CREATE TABLE pattern_gates (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

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
  gate INTEGER,
  child INTEGER NOT NULL,
  party INTEGER,
  local INTEGER NOT NULL,
  PRIMARY KEY (key, at, crossing)
) STRICT, WITHOUT ROWID;
`;
