import type { Json, RecordMark } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';

/** Marks in booth.db. Functions throw SqliteError. */
export function markStore(database: EncryptedDatabase) {
  const save = database.prepare(
    'INSERT INTO marks VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const find = database.prepare<[string], string>('SELECT value FROM marks WHERE name = ?').pluck();
  return {
    save: ({ name, value }: RecordMark): void => void save.run(name, JSON.stringify(value)),
    find: (name: string): Json => JSON.parse(find.get(name) ?? 'null') as Json,
  };
}
