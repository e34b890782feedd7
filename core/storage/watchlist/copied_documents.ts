import { existsSync } from 'node:fs';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { documentListReader } from '../documents/document_list_reader.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { documentFilesOf } from './document_files.ts';
import type { StateInService } from './state_in_service.ts';

/**
 * The documents of the copy, seen from the changes over it. They are found by their number and not by their id, so an id
 * that changes speak of is hidden among them whether or not it is there; look-ups leave hidden ids out.
 */
export function copiedDocuments(database: EncryptedDatabase, old: StateInService, key: Buffer) {
  const { store } = documentFilesOf(old.parts.path);
  const reader = existsSync(store) ? documentListReader(store, key, null) : null;
  const hide = database.prepare('INSERT OR IGNORE INTO hidden_ids VALUES (?)');
  const isHidden = database.prepare<[string], number>('SELECT 1 FROM hidden_ids WHERE id = ?').pluck();
  let open = reader !== null;

  return {
    /** True when the id may have been there and is hidden from now on: the authority's word is taken for it. */
    withdraw: (id: string): boolean => reader !== null && hide.run(id).changes > 0,
    /** Hides the entry of this id; gives it back where it had one of the same documents. Unchanged, it stays. */
    replace(entry: WatchlistEntry): WatchlistEntry | null {
      if (!reader || isHidden.get(entry.id) !== undefined) return null;
      const before = (entry.documents ?? [])
        .flatMap(({ issuer, number }) => reader.find(issuer, number))
        .find(({ id }) => id === entry.id);
      if (before && JSON.stringify(before) === JSON.stringify(entry)) return before;
      hide.run(entry.id);
      return before ?? null;
    },
    close(): void {
      if (open) reader?.close();
      open = false;
    },
  };
}
