import { foldNumber } from '../../domain/screening/fold.ts';
import type { Holder } from '../../domain/travel/advance.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';

/** Those who stand in a declaration beside the one who filed it; each is found by document or birth date as that one is. */
export const DECLARED_PERSONS_SQL = `
CREATE TABLE declared_persons (
  code TEXT NOT NULL REFERENCES declarations ON DELETE CASCADE, place INTEGER NOT NULL, document TEXT, birth TEXT,
  PRIMARY KEY (code, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX declared_persons_by_document ON declared_persons (document) WHERE document IS NOT NULL;
CREATE INDEX declared_persons_by_birth ON declared_persons (birth) WHERE birth IS NOT NULL;
`;

/** The question for declarations of a person with those in which the person stands beside another; rows as `filed` has them. */
export const declarationsOf = (filed: string, mostOfOneDay: number): string => `${filed}
UNION SELECT record, as_of FROM declarations WHERE code IN (
  SELECT code FROM declared_persons WHERE document = @document
  UNION SELECT * FROM (SELECT code FROM declared_persons WHERE birth = @birth LIMIT ${mostOfOneDay}))`;

/** Writes them with their declaration, in its transaction; who stood in an older word of it stands there no more. */
export function declaredPersons(database: EncryptedDatabase) {
  const drop = database.prepare('DELETE FROM declared_persons WHERE code = ?');
  const put = database.prepare('INSERT INTO declared_persons VALUES (?, ?, ?, ?)');
  return {
    put(code: string, members: readonly Holder[]): void {
      drop.run(code);
      for (const [place, { documentNumber, birthDate }] of members.entries())
        put.run(code, place, documentNumber === null ? null : foldNumber(documentNumber) || null, birthDate);
    },
  };
}
