/** The security keys of people: a public key each, and how often the key says it has signed. */
export const sql = `
CREATE TABLE security_keys (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  registered_at INTEGER NOT NULL,
  confirmed_by TEXT NOT NULL,
  last_used_at INTEGER
) STRICT;
CREATE INDEX security_keys_number ON security_keys (number);
`;
