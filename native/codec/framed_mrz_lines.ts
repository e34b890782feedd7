import { type Judge, NEED, SKIP } from './either.ts';
import { type FramedMrzFormat, type FramedMrzMessage, mrzMessage, SEPARATOR } from './framed_mrz_format.ts';
import { latin1 } from './latin1.ts';
import { assembleLines } from './mrz_lines.ts';
import { wrongStart } from './start_bytes.ts';

/** How many lines a document with lines of this length has: TD3 and MRV-A, TD2 and MRV-B, TD1 (Doc 9303-4 to 9303-7). */
const LINES_OF_LENGTH: ReadonlyMap<number, number> = new Map([
  [44, 2],
  [36, 2],
  [30, 3],
]);
/** So many characters without a break are no line; thrown away together. */
const LONGEST_RUN = 512;
const AIM_CHARS = 3;
const AIM_START = 0x5d;

/**
 * Readers that end each line and mark no end of the whole: the length of the first line says how many there are. Only
 * characters of the machine readable zone stand in them, or what the reader puts in place of one.
 */
export function linesByLength(format: FramedMrzFormat, start: readonly number[]): Judge<FramedMrzMessage> {
  const separator = [...SEPARATOR[format.lineSep]].map((char) => char.charCodeAt(0));
  const odd = [format.pad, format.charErrorMarker].flatMap((char) => (char === null ? [] : [char.charCodeAt(0)]));
  const isMrz = (byte: number): boolean =>
    (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x3c || odd.includes(byte);

  /** The line that begins at `from`: its length, and where its separator ends; null when more bytes are needed. */
  const lineAt = (bytes: Uint8Array, from: number): { readonly length: number; readonly next: number } | null => {
    let end = from;
    while (end - from < LONGEST_RUN && isMrz(bytes[end] ?? -1)) end += 1;
    const length = end - from;
    for (let at = 0; at < separator.length && length < LONGEST_RUN; at += 1) {
      if (bytes[end] === undefined) return null;
      if (bytes[end] !== separator[at]) return { length: 0, next: end + 1 };
      end += 1;
    }
    return { length, next: end };
  };

  const textFrom = start.length + (format.aimId ? AIM_CHARS : 0);
  const opening = format.aimId ? [...start, AIM_START] : start;
  return (bytes) => {
    if (wrongStart(bytes, opening) >= 0) return SKIP;
    const first = bytes.length <= textFrom ? null : lineAt(bytes, textFrom);
    if (first === null) return NEED;
    const count = LINES_OF_LENGTH.get(first.length);
    // A line is thrown away whole: its end might pass for a shorter line.
    const away = { kind: 'skip', bytes: opening.length > 0 ? 1 : first.next } as const;
    if (count === undefined) return away;
    let end = first.next;
    for (let line = 1; line < count; line += 1) {
      const next = lineAt(bytes, end);
      if (next === null) return NEED;
      if (next.length !== first.length) return away;
      end = next.next;
    }
    const lines = assembleLines(latin1(bytes, textFrom, end), { ...format, aimId: false });
    return { kind: 'frame', length: end, message: mrzMessage(lines, format) };
  };
}
