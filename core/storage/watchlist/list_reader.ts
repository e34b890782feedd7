import { yearOf } from '../../domain/screening/birth_date_match.ts';
import { nameKeys } from '../../domain/screening/blocking_keys.ts';
import { judge, type PreparedQuery } from '../../domain/screening/classify.ts';
import type { Hit, WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import type { ListStatus } from '../../ports/watchlist.ts';
import { openEncrypted } from '../encrypted_database.ts';
import { type ListContent, YEAR_UNKNOWN } from './list_file.ts';

/** Entries taken from one key: a very common word alone leads nowhere. */
const PER_KEY = 2000;
/** Entries that are judged, those that share most keys first. */
const JUDGED = 300;

/** A pair of words weighs more than one word: it is rarer. */
function weight(key: string): number {
  return key.startsWith('2') || key.startsWith('j') ? 3 : 1;
}

export interface ListReader {
  readonly status: ListStatus;
  screen(prepared: PreparedQuery): Hit[];
  close(): void;
}

/** One list file, open for reading. Functions throw SqliteError. */
export function listReader(path: string, key: Buffer): ListReader {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE', readOnly: true });
  database.pragma('cache_size = -16384');
  const header = database.prepare<[], string>('SELECT content FROM header').pluck().get();
  if (header === undefined) throw new Error('a list file without header was put in service');
  const content = JSON.parse(header) as ListContent;
  const ofDocument = database.prepare<[string], number>('SELECT entry FROM document_keys WHERE key = ?').pluck();
  const ofPersonal = database.prepare<[string], number>('SELECT entry FROM personal_keys WHERE key = ?').pluck();
  const ofName = database
    .prepare<[string], number>(`SELECT entry FROM name_keys WHERE key = ? LIMIT ${PER_KEY}`)
    .pluck();
  const ofNameAndYear = database
    .prepare<[string, number, number, number, number, number], number>(
      `SELECT entry FROM name_keys WHERE key = ? AND year IN (${YEAR_UNKNOWN}, ?, ?, ?, ?, ?) LIMIT ${PER_KEY}`,
    )
    .pluck();
  const body = database.prepare<[number], string>('SELECT body FROM entries WHERE number = ?').pluck();

  const byNumber = ({ query }: PreparedQuery): number[] => [
    ...(query.documentNumber ? ofDocument.all(foldNumber(query.documentNumber)) : []),
    ...(query.personalNumber ? ofPersonal.all(foldNumber(query.personalNumber)) : []),
  ];

  const byName = ({ query, names }: PreparedQuery): number[] => {
    const tokens = (names[0]?.parts ?? []).map((part) => part.text);
    if (tokens.length === 0) return [];
    const year = yearOf(query.birthDate);
    const votes = new Map<number, number>();
    for (const nameKey of nameKeys(tokens)) {
      const found =
        year === null ? ofName.all(nameKey) : ofNameAndYear.all(nameKey, year - 2, year - 1, year, year + 1, year + 2);
      for (const entry of found) votes.set(entry, (votes.get(entry) ?? 0) + weight(nameKey));
    }
    return [...votes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, JUDGED)
      .map(([entry]) => entry);
  };

  const { digest: _digest, ...status } = content;
  return {
    status,
    screen(prepared) {
      const hits: Hit[] = [];
      for (const number of new Set([...byNumber(prepared), ...byName(prepared)])) {
        const entry = JSON.parse(body.get(number) ?? 'null') as WatchlistEntry | null;
        const judgement = entry && judge(prepared, entry);
        if (!judgement) continue;
        hits.push({ entry, list: content.list, listKind: content.kind, listVersion: content.version, ...judgement });
      }
      return hits;
    },
    close: () => void database.close(),
  };
}
