/** A line of text; without its text where it can not be used. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
  /** LINE_TOO_LONG: its bytes were dropped. ENCODING: it is not UTF-8. */
  readonly problem: 'LINE_TOO_LONG' | 'ENCODING' | null;
  /** False for the last line when the file ends without a line end: it may have been cut off there. */
  readonly ended: boolean;
}

const LINE_END = 10;
const NO_UTF8 = '\uFFFD';

function lineOf(number: number, text: string, ended: boolean, mayBeDamaged = true): Line {
  // A character of replacement in the source is the trace of the same damage, done earlier.
  if (mayBeDamaged && text.includes(NO_UTF8)) return { number, text: null, problem: 'ENCODING', ended };
  const end = text.charCodeAt(text.length - 1) === 13 ? text.length - 1 : text.length;
  const start = number === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { number, text: start > 0 || end < text.length ? text.slice(start, end) : text, problem: null, ended };
}

/** Collects the pieces of a line that goes over the edge of a chunk, and drops them once they are too many. */
function lineInPieces(limit: number) {
  let pieces: Buffer[] = [];
  let size = 0;
  return {
    empty: () => size === 0,
    add(piece: Buffer) {
      size += piece.length;
      if (size <= limit) pieces.push(piece);
      else pieces = [];
    },
    line(number: number, ended: boolean): Line {
      const tooLong = size > limit;
      const text = tooLong ? '' : Buffer.concat(pieces).toString('utf8');
      pieces = [];
      size = 0;
      return tooLong ? { number, text: null, problem: 'LINE_TOO_LONG', ended } : lineOf(number, text, ended);
    },
  };
}

/** The lines that lie whole within a chunk: decoded in one go, which is what makes long lists quick to read. */
function wholeLines(bytes: Buffer, first: number, limit: number): Line[] {
  const text = bytes.toString('utf8');
  const damaged = text.includes(NO_UTF8);
  return text.split('\n').map((one, place) => {
    const number = first + place;
    if (one.length > limit) return { number, text: null, problem: 'LINE_TOO_LONG', ended: true };
    return lineOf(number, one, true, damaged);
  });
}

/**
 * Parts a byte stream into lines, some at a time, without ever holding more than `limit` bytes of one beside a chunk.
 * A carriage return before the end of line, and a byte order mark at the start, are dropped.
 */
export async function* lineBatches(stream: AsyncIterable<Buffer | string>, limit: number): AsyncGenerator<Line[]> {
  const open = lineInPieces(limit);
  let number = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const first = bytes.indexOf(LINE_END);
    if (first < 0) {
      open.add(bytes);
      continue;
    }
    open.add(bytes.subarray(0, first));
    yield [open.line(++number, true)];
    const last = bytes.lastIndexOf(LINE_END);
    if (last > first) {
      const lines = wholeLines(bytes.subarray(first + 1, last), number + 1, limit);
      number += lines.length;
      yield lines;
    }
    open.add(bytes.subarray(last + 1));
  }
  if (!open.empty()) yield [open.line(++number, false)];
}

/** The same, line by line. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>, limit: number): AsyncGenerator<Line> {
  for await (const lines of lineBatches(stream, limit)) yield* lines;
}
