import { DECLARED_PERSONS_SQL } from './declared_persons.ts';

/**
 * The tables of advance.db. It is rebuildable: another version is thrown away and begun anew, never migrated. Records are JSON;
 * the columns beside them are only what they are looked up and deleted by.
 */
export const ADVANCE_VERSION = 3;

export const ADVANCE_SQL = `
CREATE TABLE copies (kind TEXT PRIMARY KEY, as_of INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE imports (form TEXT PRIMARY KEY, at INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE visas (
  number TEXT PRIMARY KEY, document TEXT, birth TEXT, valid_to TEXT NOT NULL, as_of INTEGER NOT NULL, record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visas_by_document ON visas (document) WHERE document IS NOT NULL;
CREATE INDEX visas_by_birth ON visas (birth) WHERE birth IS NOT NULL;
CREATE INDEX visas_by_end ON visas (valid_to);
CREATE TABLE declarations (
  code TEXT PRIMARY KEY, document TEXT, birth TEXT, valid_to TEXT NOT NULL, used_at INTEGER, as_of INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX declarations_by_document ON declarations (document) WHERE document IS NOT NULL;
CREATE INDEX declarations_by_birth ON declarations (birth) WHERE birth IS NOT NULL;
CREATE TABLE flights (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL, departs TEXT NOT NULL, arrives TEXT, place_from TEXT, place_to TEXT,
  as_of INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX flights_by_number ON flights (number, departs, ifnull(place_from, ''), ifnull(place_to, ''));
CREATE TABLE passengers (
  key INTEGER PRIMARY KEY, flight INTEGER NOT NULL REFERENCES flights ON DELETE CASCADE, kind TEXT NOT NULL, document TEXT,
  birth TEXT, same TEXT NOT NULL, arrived_at INTEGER, record TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX passengers_of_flight ON passengers (flight, kind, same);
CREATE INDEX passengers_by_document ON passengers (document) WHERE document IS NOT NULL;
CREATE INDEX passengers_by_birth ON passengers (birth) WHERE birth IS NOT NULL;
CREATE TABLE movements (
  document TEXT PRIMARY KEY, as_of INTEGER NOT NULL, record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
${DECLARED_PERSONS_SQL}`;
