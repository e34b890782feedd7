/** The state of one parse: what was read so far and what was found wrong. */
import { classOf, FILLER, NO_CHARACTER, OTHER_CLASS } from './characters.ts';
import type { Layout } from './layouts.ts';
import type { CheckWord, MrzCheckName, MrzFields, MrzProblem, MrzProblemCode } from './mrz.ts';

export interface Reading {
  readonly layout: Layout;
  readonly lines: readonly string[];
  /** The character codes of the lines laid end to end; NO_CHARACTER for what no MRZ may hold. */
  readonly codes: Uint8Array;
  readonly fields: MrzFields;
  readonly checks: Partial<Record<MrzCheckName, CheckWord>>;
  readonly problems: MrzProblem[];
  nameTruncated: boolean;
  /** Length of the document number's stretch behind its check position; 0 for a number that keeps to its field. */
  longNumberTail: number;
  /** Look-alikes are worth trying: a number fails its check digit, or a letter stands where only a digit may. */
  suspicious: boolean;
}

// One parse never starts inside another, so one buffer serves all of them.
const CODES = new Uint8Array(90);

/** Begins a parse: reads all characters into the shared code buffer and notes those that may not stand in an MRZ. */
export function beginReading(layout: Layout, lines: readonly string[]): Reading {
  const reading: Reading = {
    layout,
    lines,
    codes: CODES,
    fields: {},
    checks: {},
    problems: [],
    nameTruncated: false,
    longNumberTail: 0,
    suspicious: false,
  };
  const { width } = layout;
  for (let line = 0; line < layout.lineCount; line += 1) {
    const text = lines[line] ?? '';
    const offset = line * width;
    for (let column = 0; column < width; column += 1) {
      const code = text.charCodeAt(column);
      if (classOf(code) !== OTHER_CLASS) {
        CODES[offset + column] = code;
      } else {
        CODES[offset + column] = NO_CHARACTER;
        note(reading, 'CHARSET', 'error', null, line, column);
      }
    }
  }
  return reading;
}

export function note(
  reading: Reading,
  code: MrzProblemCode,
  severity: MrzProblem['severity'],
  field: MrzProblem['field'],
  line: number,
  column: number,
): void {
  reading.problems.push({ code, severity, field, line, column });
}

/** Whether `codes[from..to)` holds nothing but fillers. */
export function isEmpty(codes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (codes[at] !== FILLER) return false;
  return true;
}

/** The text of a field in its line with its end fillers taken off. */
export function trimmed(reading: Reading, line: number, start: number, end: number): string {
  const { codes, layout } = reading;
  const shift = line * layout.width;
  let to = end;
  while (to > start && codes[shift + to - 1] === FILLER) to -= 1;
  return to === start ? '' : (reading.lines[line] ?? '').slice(start, to);
}
