import type { Readable } from 'node:stream';

/** A line, or the news that it was longer than the limit (its text is dropped). */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
}

/**
 * Parts a byte stream into lines without ever holding more than `limit` bytes of one. A carriage return before the
 * end of line, and a byte order mark at the start, are dropped.
 */
export async function* linesOf(stream: Readable | AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const finish = (): Line => {
    number++;
    const tooLong = size > limit;
    const text = tooLong
      ? null
      : Buffer.concat(held)
          .toString('utf8')
          .replace(/^\uFEFF/, '')
          .replace(/\r$/, '');
    held = [];
    size = 0;
    return { number, text };
  };
  const hold = (piece: Buffer) => {
    size += piece.length;
    if (size <= limit) held.push(piece);
    else held = [];
  };
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      hold(bytes.subarray(start, end));
      start = end + 1;
      yield finish();
    }
    hold(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}
