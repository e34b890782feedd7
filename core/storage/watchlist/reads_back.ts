import { prepareQuery } from '../../domain/screening/classify.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { openIndex } from '../../domain/screening/index/person_index.ts';
import { writtenName } from '../../domain/screening/names/written_name.ts';
import { entryDigest, listDigest } from './entry_digest.ts';
import type { ListContent } from './list_file.ts';
import { openListFile } from './list_layer.ts';

/** Reads a finished file back as a stranger would: every entry, its digest, their number and order. Throws SqliteError. */
export function readsBack(path: string, key: Buffer, expected: Pick<ListContent, 'entries' | 'digest'>): boolean {
  const database = openListFile(path, key);
  try {
    const digest = listDigest();
    let entries = 0;
    for (const body of database.prepare<[], string>('SELECT body FROM entries ORDER BY number').pluck().iterate()) {
      digest.add(entryDigest(body));
      entries++;
    }
    return entries === expected.entries && digest.result() === expected.digest;
  } finally {
    database.close();
  }
}

/** Rows that are asked for, and how many of them a sound index must find: a common name may be crowded out. */
const SAMPLE = 50;
const FOUND_SHARE = 0.5;
/** However little the name alone says. */
const LIMITS = { most: 300, floor: -100 };

/** Whether a search index opens and finds a sample of the rows it was made from. Throws SqliteError. */
export function imageHolds(path: string, key: Buffer, image: Uint8Array): boolean {
  const index = openIndex(image);
  if (!index.ok) return false;
  const database = openListFile(path, key);
  try {
    const last = database.prepare<[], number>('SELECT max(number) FROM entries').pluck().get() ?? 0;
    const after = database.prepare<[number], { number: number; body: string }>(
      'SELECT number, body FROM entries WHERE number >= ? ORDER BY number LIMIT 1',
    );
    let asked = 0;
    let found = 0;
    for (let place = 0; place < SAMPLE; place++) {
      const row = after.get(1 + Math.floor((place * last) / SAMPLE));
      const entry = row && (JSON.parse(row.body) as WatchlistEntry);
      const name = entry?.names[0];
      if (!name || !row) continue;
      const query = { name: writtenName(name), on: '', ...(entry.birthDate ? { birthDate: entry.birthDate } : {}) };
      const prepared = prepareQuery(query);
      if (prepared.names.length === 0) continue;
      asked++;
      if (index.value.find(prepared, LIMITS).some(({ place: number }) => number === row.number)) found++;
    }
    return found >= asked * FOUND_SHARE;
  } finally {
    database.close();
  }
}
