import { createReadStream } from 'node:fs';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import type { RejectedRow } from '../ports/watchlist.ts';
import { parseEntry } from './entry_schema.ts';
import { linesOf } from './lines.ts';
import { listFileError } from './list_file.ts';

/** No honest entry is longer, bytes. */
const LONGEST_LINE = 1 << 20;

function rowOf(text: string | null, line: number): WatchlistEntry | RejectedRow {
  if (text === null) return { line, reason: 'LINE_TOO_LONG' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { line, reason: 'NOT_JSON' };
  }
  const parsed = parseEntry(content);
  return 'entry' in parsed ? parsed.entry : { line, reason: parsed.reason };
}

/**
 * The project's own form: one entry a line. A wrong line is a RejectedRow;
 * blank lines are passed over. Throws ListFileError when the file can not be read.
 */
export async function* jsonLines(path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  try {
    for await (const { number, text } of linesOf(createReadStream(path), LONGEST_LINE)) {
      if (text?.trim() === '') continue;
      yield rowOf(text, number);
    }
  } catch (problem) {
    throw listFileError(problem);
  }
}
