import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListRows, RejectedRow } from '../../ports/watchlist.ts';

/** Published lists of real persons, kept outside the repository. */
export const PUBLISHED_LISTS = join(
  process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'watchlists',
);
export const arePublishedListsThere = existsSync(PUBLISHED_LISTS);

export const published = (name: string): string => join(PUBLISHED_LISTS, name);
export const publishedText = (name: string): string => gunzipSync(readFileSync(published(name))).toString('utf8');

/** A folder for the invented files of one test. */
export function sampleFolder() {
  const path = mkdtempSync(join(tmpdir(), 'booth-list-'));
  return {
    /** Writes a file and gives its path. */
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Drawn {
  readonly entries: readonly WatchlistEntry[];
  readonly rejected: readonly RejectedRow[];
}

export async function drawn(rows: ListRows): Promise<Drawn> {
  const entries: WatchlistEntry[] = [];
  const rejected: RejectedRow[] = [];
  for await (const row of rows) {
    if ('reason' in row) rejected.push(row);
    else entries.push(row);
  }
  return { entries, rejected };
}
