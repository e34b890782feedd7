import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListHeader } from '../../ports/watchlist.ts';
import { type ListContent, listFiles, rowsOfCopy } from './list_file.ts';
import { contentOf, openListFile } from './list_layer.ts';
import { listWriter } from './list_writer.ts';
import { attach } from './row_writer.ts';
import { type StateInService, stateOf } from './state_in_service.ts';

/** The share of a copy from which its changes are made into a new copy, and the least number of rows worth it. */
const SHARE = 0.05;
const LEAST_ROWS = 2000;

/** Whether the changes over the copy are many. Throws SqliteError. */
function hasManyChanges({ parts, content }: StateInService, key: Buffer): boolean {
  // Documents are too many to be written anew for some changes: they wait for the next whole copy.
  if (parts.delta === null || content.documentEntries > 0) return false;
  const count = (path: string, sql: string): number => {
    const database = openListFile(path, key);
    try {
      return sql === '' ? rowsOfCopy(contentOf(database)) : (database.prepare<[], number>(sql).pluck().get() ?? 0);
    } finally {
      database.close();
    }
  };
  const changed = count(parts.delta, 'SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM hidden)');
  return changed >= LEAST_ROWS && changed >= count(parts.path, '') * SHARE;
}

/** Every row that counts: those of the copy that are not hidden, then those of its changes. */
function* rowsOf(state: StateInService, key: Buffer): Generator<WatchlistEntry> {
  const database = openListFile(state.parts.path, key);
  try {
    attach(database, 'delta', state.parts.delta ?? '', key);
    const bodies = database
      .prepare<[], string>(
        `SELECT body FROM main.entries WHERE number NOT IN (SELECT number FROM delta.hidden)
         UNION ALL SELECT body FROM delta.entries`,
      )
      .pluck();
    for (const body of bodies.iterate()) yield JSON.parse(body) as WatchlistEntry;
  } finally {
    database.close();
  }
}

/** What the list says of itself stays; it is a whole copy from now on. */
function headerOf(content: ListContent): ListHeader {
  const {
    importedAt: _i,
    lastDeltaAt: _l,
    entries: _e,
    persons: _p,
    documentEntries: _d,
    ownDocuments: _o,
    ...rest
  } = content;
  const { digest: _digest, baseDigest: _baseDigest, base: _base, ...header } = rest;
  return header;
}

/** A new copy of the list as it is with its changes; false when another state came into service meanwhile. */
function compactList(directory: string, key: Buffer, state: StateInService, token: string): boolean {
  const { importedAt, lastDeltaAt } = state.content;
  const writer = listWriter({ directory, key, header: headerOf(state.content), importedAt, lastDeltaAt, token }, state);
  try {
    for (const entry of rowsOf(state, key)) writer.add(entry);
    const counts = writer.finish();
    // The same entries, or none of it.
    const same = counts !== null && counts.added === 0 && counts.changed === 0 && counts.removed === 0;
    return same && writer.swapIn();
  } finally {
    writer.abandon();
  }
}

/** Makes a new copy of the first list that has many changes; its name, or null when there is none. Throws SqliteError. */
export function compactOne(directory: string, key: Buffer, token: string): string | null {
  for (const slug of new Set(listFiles(directory).map((file) => file.slug))) {
    const files = listFiles(directory).filter((file) => file.slug === slug);
    const state = stateOf(files, key);
    if (!state || !hasManyChanges(state, key)) continue;
    if (compactList(directory, key, state, token)) return state.content.list;
  }
  return null;
}
