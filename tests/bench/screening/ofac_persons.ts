import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { WatchlistEntry } from '../../../core/domain/screening/entry.ts';
import { ofacCsv } from '../../../core/sync/ofac_csv.ts';

const data = process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const folder = join(data, 'watchlists/ofac-sdn-2019-01');

/** The persons of the sanctions list of the US Treasury, read where the published lists are (BOOTH_DATA), else none. */
export async function ofacPersons(): Promise<WatchlistEntry[]> {
  if (!existsSync(folder)) return [];
  const unpacked = mkdtempSync(join(tmpdir(), 'booth-ofac-'));
  try {
    for (const name of ['sdn', 'alt']) {
      writeFileSync(join(unpacked, `${name}.csv`), gunzipSync(readFileSync(join(folder, `${name}.csv.gz`))));
    }
    const persons: WatchlistEntry[] = [];
    for await (const row of ofacCsv(join(unpacked, 'sdn.csv'))) if (!('reason' in row)) persons.push(row);
    return persons;
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}
