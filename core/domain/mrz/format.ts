/** Tells the format by the number and length of the lines and the first characters, and what is wrong where none fits. */
import { classOf, DIGIT_CLASS, OTHER_CLASS } from './characters.ts';
import { LAYOUTS, type Layout } from './layouts.ts';
import type { MrzProblem } from './mrz.ts';

/** No more bad characters than this are listed for lines that are no MRZ at all. */
const MOST_BAD_CHARACTERS = 100;

/** The layout whose lines these are, or null. */
export function findLayout(lines: readonly string[]): Layout | null {
  const [first, second, third] = lines;
  if (first === undefined || second === undefined || first.length !== second.length) return null;
  if (third !== undefined) {
    return lines.length === 3 && first.length === 30 && third.length === 30 ? LAYOUTS.TD1 : null;
  }
  const isVisa = first.charCodeAt(0) === 86;
  if (first.length === 44) return isVisa ? LAYOUTS['MRV-A'] : LAYOUTS.TD3;
  if (first.length !== 36) return null;
  if (isVisa) return LAYOUTS['MRV-B'];
  return isFrenchCard(first, second) ? LAYOUTS['FRA-ID-1988'] : LAYOUTS.TD2;
}

/** Where the French card begins the given names a TD2 has the year of birth. */
function isFrenchCard(first: string, second: string): boolean {
  if (!first.startsWith('IDFRA')) return false;
  return classOf(second.charCodeAt(13)) !== DIGIT_CLASS || classOf(second.charCodeAt(14)) !== DIGIT_CLASS;
}

/** The problems of lines that fit no format, in reading order. */
export function shapeProblems(lines: readonly string[]): readonly MrzProblem[] {
  const problems: MrzProblem[] = [error('FORMAT_UNKNOWN', null, null)];
  if (lines.length !== 2 && lines.length !== 3) problems.push(error('LINE_COUNT', null, null));
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const width = lines.length >= 3 ? 30 : longest >= 40 ? 44 : 36;
  let badCharacters = 0;
  for (const [number, line] of lines.slice(0, 3).entries()) {
    for (let at = 0; at < line.length && badCharacters < MOST_BAD_CHARACTERS; at += 1) {
      if (classOf(line.charCodeAt(at)) !== OTHER_CLASS) continue;
      problems.push(error('CHARSET', number, at));
      badCharacters += 1;
    }
    if (line.length !== width) problems.push(error('LINE_LENGTH', number, Math.min(line.length, width)));
  }
  return problems;
}

function error(code: MrzProblem['code'], line: number | null, column: number | null): MrzProblem {
  return { code, severity: 'error', field: null, line, column };
}
