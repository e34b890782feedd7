import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Storage } from '../../../../core/storage/open_storage.ts';
import { jsonLines } from '../../../../core/sync/jsonl.ts';
import { round, type Table } from '../../figures.ts';
import { benchHeader } from './bench_store.ts';

/** What the files in a folder take, bytes. */
function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Takes JSON Lines in by the way the booth does: threads, checks, encrypted files, read back, swapped in. */
export async function importList(storage: Storage, file: string, directory: string): Promise<Table> {
  const start = performance.now();
  const replaced = await storage.watchlist.replace(benchHeader('1'), jsonLines(file));
  const seconds = (performance.now() - start) / 1000;
  if (!replaced.ok) throw new Error(`${replaced.error.code} ${replaced.error.detail}`);
  const { read, added, rejectedCount } = replaced.value;
  const megabytes = folderBytes(join(directory, 'watchlist')) / 1024 / 1024;
  return {
    title: 'Import of JSON Lines through Storage.watchlist.replace, until it is in service',
    rows: [
      {
        lines: read,
        added,
        rejected: rejectedCount,
        s: round(seconds, 1),
        'lines/s': Math.round(read / seconds),
        'files MB': round(megabytes, 0),
        target: '<= 60 s for 1,000,000',
      },
    ],
  };
}
