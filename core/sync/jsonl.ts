import type { WatchlistEntry } from '../domain/screening/entry.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { parseEntry } from './entry_check.ts';
import { type Line, lineBatches } from './lines.ts';
import { cutOff } from './list_file.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';

/** No honest entry is longer, bytes. */
const LONGEST_LINE = 1 << 20;

function rowOf({ number: line, text, problem, ended }: Line): WatchlistEntry | RejectedRow {
  if (problem === 'ENCODING' && !ended) throw cutOff();
  if (text === null) return { line, reason: problem ?? 'LINE_TOO_LONG' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    if (!ended) throw cutOff();
    return { line, reason: 'NOT_JSON' };
  }
  const parsed = parseEntry(content);
  return 'entry' in parsed ? parsed.entry : { line, reason: parsed.reason };
}

async function* rows(open: OpenListFile, at: AtLine, path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  for await (const lines of lineBatches(open(path), LONGEST_LINE)) {
    for (const line of lines) {
      if (line.text?.trim() === '') continue;
      at(line.number);
      yield rowOf(line);
    }
  }
}

/** The project's own form: one entry a line. A wrong line is a RejectedRow; blank lines are passed over. */
export function jsonLines(path: string): ListRows {
  return listReading([path], (open, at) => rows(open, at, path));
}
