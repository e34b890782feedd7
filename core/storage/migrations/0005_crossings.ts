/** Every decided crossing with the facts and the verdict of its day: what later ones are paired with, and what other rules are tried on. */
export const sql = `
CREATE TABLE crossings (
  id TEXT PRIMARY KEY,
  record_number TEXT NOT NULL,
  lane TEXT NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  direction TEXT NOT NULL,
  outcome TEXT NOT NULL,
  document_key TEXT,
  person_key TEXT,
  personal_number TEXT,
  nationality TEXT NOT NULL,
  stay_until TEXT,
  rules_version TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL
) STRICT;
CREATE INDEX crossings_at ON crossings (at);
CREATE INDEX crossings_of_document ON crossings (document_key, at) WHERE document_key IS NOT NULL;
CREATE INDEX crossings_of_person ON crossings (person_key, at) WHERE person_key IS NOT NULL;
CREATE INDEX crossings_of_number ON crossings (personal_number, at) WHERE personal_number IS NOT NULL;
`;
