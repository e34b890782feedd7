import type { RejectedRow } from '../ports/watchlist.ts';
import { type Line, linesOf } from './lines.ts';
import { cutOff } from './list_file.ts';

/**
 * Reads comma-separated rows (RFC 4180) so that a damaged row costs itself and no other: a quote that is not closed would
 * else swallow what follows. A general reader stops there, or loses the rows up to the next quote.
 */
export interface CsvRow {
  readonly line: number;
  readonly columns: readonly string[];
}

const LONGEST_LINE = 1 << 20;
/** A quoted text goes over so many lines at most (bodies of law and addresses do); beyond, the quote was left open. */
const LONGEST_RECORD_LINES = 64;

/** What one record reads as: its columns, or OPEN where a quote is not closed by the end, or DAMAGED. */
function parted(record: string): string[] | 'OPEN' | 'DAMAGED' {
  const columns: string[] = [];
  for (let at = 0; ; ) {
    let end: number;
    if (record[at] === '"') {
      end = closingQuote(record, at + 1);
      if (end < 0) return 'OPEN';
      columns.push(record.slice(at + 1, end).replaceAll('""', '"'));
      end++;
      if (end < record.length && record[end] !== ',') return 'DAMAGED';
    } else {
      end = record.indexOf(',', at);
      if (end < 0) end = record.length;
      columns.push(record.slice(at, end));
    }
    if (end >= record.length) return columns;
    at = end + 1;
  }
}

function closingQuote(record: string, from: number): number {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 2)) {
    if (record[at + 1] !== '"') return at;
  }
  return -1;
}

/** Lines that may be one record: those held so far, oldest first. */
type Held = readonly Line[];

interface Step {
  readonly row: CsvRow | RejectedRow | null;
  /** What goes on: lines still held, or lines to be taken one by one again. */
  readonly held: Held;
  readonly again: Held;
}

function rejected(line: number, reason: string, again: Held): Step {
  return { row: { line, reason }, held: [], again };
}

function lengthOf(held: Held): number {
  return held.reduce((sum, line) => sum + (line.text?.length ?? 0), 0);
}

/** Takes a line to those held; where they can not become a record, the first is given up and the rest read again. */
function take(held: Held, line: Line): Step {
  const all = [...held, line];
  const first = all[0] ?? line;
  if (line.text === null) {
    if (held.length > 0) return rejected(first.number, 'QUOTE', all.slice(1));
    return rejected(line.number, line.problem ?? 'LINE_TOO_LONG', []);
  }
  const columns = parted(all.map((one) => one.text).join('\n'));
  if (columns === 'DAMAGED') return rejected(first.number, 'QUOTE', all.slice(1));
  if (columns !== 'OPEN') return { row: { line: first.number, columns }, held: [], again: [] };
  if (all.length > LONGEST_RECORD_LINES || lengthOf(all) > LONGEST_LINE) {
    return rejected(first.number, 'QUOTE', all.slice(1));
  }
  return { row: null, held: all, again: [] };
}

/** The control character that closes some authorities' files. */
const END_OF_FILE = '\u001a';

/** Keeps the lines that may yet become a record, and gives the rows as they are complete. */
function rowReader() {
  let held: Held = [];
  return {
    held: () => held,
    *read(lines: Held): Generator<CsvRow | RejectedRow> {
      const waiting = [...lines];
      for (let line = waiting.shift(); line; line = waiting.shift()) {
        if (held.length === 0 && (line.text === '' || line.text === END_OF_FILE)) continue;
        const step = take(held, line);
        held = step.held;
        waiting.unshift(...step.again);
        if (step.row) yield step.row;
      }
    },
    /** No more lines will come: the quote that is open stays open, and what follows it is read for itself. */
    *finish(): Generator<CsvRow | RejectedRow> {
      for (let [first, ...others] = held; first; [first, ...others] = held) {
        held = [];
        yield { line: first.number, reason: 'QUOTE' };
        yield* this.read(others);
      }
    },
  };
}

/**
 * The rows of a comma-separated file, each of so many columns, or of as many as the first one; a blank line is none. Throws
 * ListFileError with LIST_FORMAT where the last row is broken and has no line end: the file was cut off.
 */
export async function* csvRows(
  stream: AsyncIterable<Buffer>,
  columns: number | 'AS_FIRST' | 'ANY',
): AsyncGenerator<CsvRow | RejectedRow> {
  const reader = rowReader();
  let expected = typeof columns === 'number' ? columns : null;
  const counted = (row: CsvRow | RejectedRow): CsvRow | RejectedRow => {
    if ('reason' in row) return row;
    if (columns === 'AS_FIRST') expected ??= row.columns.length;
    return expected === null || row.columns.length === expected ? row : { line: row.line, reason: 'COLUMN_COUNT' };
  };
  let ended = true;
  for await (const line of linesOf(stream, LONGEST_LINE)) {
    ended = line.ended;
    for (const row of reader.read([line])) {
      const checked = counted(row);
      if ('reason' in checked && !ended) throw cutOff();
      yield checked;
    }
  }
  if (reader.held().length > 0 && !ended) throw cutOff();
  for (const row of reader.finish()) yield counted(row);
}
