import type { EncryptedDatabase } from '../encrypted_database.ts';

/** Gates by small numbers: their names are long and few. Functions throw SqliteError; `numberOf` belongs inside a transaction. */
export function gateNumbers(database: EncryptedDatabase) {
  const all = database.prepare<[], [number, string]>('SELECT id, name FROM pattern_gates').raw();
  const find = database.prepare<[string], number>('SELECT id FROM pattern_gates WHERE name = ?').pluck();
  const add = database.prepare<[string], number>('INSERT INTO pattern_gates (name) VALUES (?) RETURNING id').pluck();
  return {
    /** Read each time: a remembered number could belong to a step that was rolled back. */
    names: (): ReadonlyMap<number, string> => new Map(all.all()),
    /** Null for a gate without a name. */
    numberOf: (name: string): number | null => (name === '' ? null : (find.get(name) ?? (add.get(name) as number))),
  };
}
