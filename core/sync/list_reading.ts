import { existsSync, statSync } from 'node:fs';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import type { ListRows } from '../ports/watchlist.ts';
import { listSource } from './list_source.ts';

/** Opens a file of the list for reading its bytes, and counts them. */
export type OpenListFile = (path: string) => AsyncGenerator<Buffer>;
/** Told the line of each row before it is given. */
export type AtLine = (line: number) => void;

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/**
 * The rows that `read` draws from `files` (each named as often as it will be read), with the count of bytes that a
 * progress needs, and the line of the row drawn last. Each iteration reads from the start.
 */
export function listReading<Row = WatchlistEntry>(
  files: readonly string[],
  read: (open: OpenListFile, at: AtLine) => ReturnType<ListRows<Row>[typeof Symbol.asyncIterator]>,
): ListRows<Row> {
  let bytes = 0;
  let totalBytes = 0;
  let lastLine = 0;
  const at: AtLine = (line) => {
    lastLine = line;
  };
  const open: OpenListFile = (path) =>
    listSource(path, (count) => {
      bytes += count;
    });
  return {
    // A list that must be read more often than foreseen is never said to be read beyond its end.
    drawn: () => ({ bytes, totalBytes: Math.max(bytes, totalBytes) }),
    lastLine: () => lastLine,
    [Symbol.asyncIterator]: () => {
      bytes = 0;
      totalBytes = files.reduce((sum, path) => sum + sizeOf(path), 0);
      return read(open, at);
    },
  };
}
