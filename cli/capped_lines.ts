import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** One line of a stream. `number` counts from 1; `cut` = it was longer than the cap and the rest of it was dropped. */
export interface CappedLine {
  readonly text: string;
  readonly number: number;
  readonly cut: boolean;
}

/**
 * The lines of a UTF-8 stream, ended by CR, LF or CRLF. Holds never more than `cap` characters of a line, however long the
 * line is (readline would hold all of it). Fails as the stream fails.
 */
export async function* cappedLines(stream: Readable, cap: number): AsyncGenerator<CappedLine> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let cut = false;
  let number = 0;
  let afterCr = false;
  const keep = (piece: string): void => {
    const room = cap - text.length;
    if (piece.length > room) cut = true;
    text += piece.slice(0, room);
  };
  const end = (): CappedLine => {
    number += 1;
    const line = { text, number, cut };
    text = '';
    cut = false;
    return line;
  };
  for await (const chunk of stream) {
    const piece = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let from = afterCr && piece.startsWith('\n') ? 1 : 0;
    if (piece !== '') afterCr = piece.endsWith('\r');
    for (const { index, 0: mark } of piece.matchAll(/\r\n|\r|\n/g)) {
      if (index < from) continue;
      keep(piece.slice(from, index));
      from = index + mark.length;
      yield end();
    }
    keep(piece.slice(from));
  }
  keep(decoder.end());
  if (text !== '' || cut) yield end();
}
