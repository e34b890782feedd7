/** Names in the MRZ (9303-3 4.6): surname, two fillers, given names; components parted by single fillers. */
import { classOf, FILLER, FILLER_CLASS, LETTER_CLASS, NO_CHARACTER } from './characters.ts';

/** What a name field holds; blanks part the components. */
export interface NameReading {
  readonly surname: string;
  readonly givenNames: string;
}

/** Splits a name field `line[start..end)`, whose codes begin at `codes[offset]`. */
export function readName(line: string, codes: Uint8Array, start: number, end: number, offset: number): NameReading {
  const shift = offset - start;
  let at = start;
  // A filler before the surname is a fault of the printer; two are an empty surname.
  if (codes[at + shift] === FILLER && codes[at + 1 + shift] !== FILLER) at += 1;
  const from = at;
  while (at < end && !(codes[at + shift] === FILLER && (at + 1 >= end || codes[at + 1 + shift] === FILLER))) at += 1;
  return {
    surname: readComponents(line, codes, from, at, shift),
    givenNames: at >= end ? '' : readComponents(line, codes, at, end, shift),
  };
}

/** The components in `line[start..end)`, joined by one blank each however many fillers part them. */
export function readComponents(line: string, codes: Uint8Array, start: number, end: number, shift: number): string {
  let text = '';
  let at = start;
  while (at < end) {
    while (at < end && codes[at + shift] === FILLER) at += 1;
    const from = at;
    while (at < end && codes[at + shift] !== FILLER) at += 1;
    if (at > from) text = text === '' ? line.slice(from, at) : `${text} ${line.slice(from, at)}`;
  }
  return text;
}

/** The first column in a name field that is neither letter nor filler, or -1. */
export function firstNonLetter(codes: Uint8Array, offset: number, length: number): number {
  for (let at = 0; at < length; at += 1) {
    if ((classOf(codes[offset + at] ?? NO_CHARACTER) & (LETTER_CLASS | FILLER_CLASS)) === 0) return at;
  }
  return -1;
}
