/** OCR look-alikes that a check digit confirms: candidates for the officer, never applied by the parser. */
import { characterValue, classOf, DIGIT_CLASS, NO_CHARACTER, weightedSum } from './characters.ts';
import { checkWord, compositeDigit } from './check_digits.ts';
import { interpretBirthDate, interpretExpiry } from './dates.ts';
import { longNumberWord } from './document_number.ts';
import type { FieldSpec, Layout } from './layouts.ts';
import { asDigits, digitFor, lookAlikes } from './look_alikes.ts';
import type { MrzCorrection } from './mrz.ts';
import type { Reading } from './reading.ts';

/** Any day will do to tell whether a corrected date can exist. */
const SOME_DAY = '2000-01-01';

// As in reading.ts: one parse never starts inside another.
const SCRATCH = new Uint8Array(90);

/**
 * The candidates for every field whose check digit failed and every date with letters in it: dates with all their
 * letters turned into digits; document number and optional data with one character swapped, or their check digit; and
 * the composite digit. A candidate for a number must satisfy the composite digit too where nothing else is wrong.
 */
export function proposeCorrections(reading: Reading): readonly MrzCorrection[] {
  const found: MrzCorrection[] = [];
  // Takes up what is certain, so that the composite digit can judge the rest.
  const codes = SCRATCH;
  codes.set(reading.codes);
  const unexplained = correctDates(reading, codes, found);
  const suspects = reading.layout.fields.filter((spec) => isBadNumber(reading, spec));
  for (const spec of suspects) {
    const alone = unexplained + suspects.length === 1;
    const candidates = confirmed(reading, codes, correctNumber(reading, spec), alone);
    found.push(...candidates);
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) apply(codes, reading.layout, only, only.proposed);
  }
  const composite = correctComposite(reading, codes);
  if (composite !== null) found.push(composite);
  return found;
}

function isBadNumber(reading: Reading, spec: FieldSpec): boolean {
  const isNumber = spec.kind === 'documentNumber' || spec.kind === 'optional';
  return isNumber && spec.checkName !== null && reading.checks[spec.checkName] === 'bad';
}

/** Returns how many dates stay wrong. */
function correctDates(reading: Reading, codes: Uint8Array, found: MrzCorrection[]): number {
  let unexplained = 0;
  for (const spec of reading.layout.fields) {
    if (spec.checkName === null || (spec.kind !== 'birthDate' && spec.kind !== 'expiryDate')) continue;
    const candidate = correctDate(reading, spec);
    if (candidate === null) {
      if (reading.checks[spec.checkName] === 'bad') unexplained += 1;
      continue;
    }
    found.push(candidate);
    apply(codes, reading.layout, candidate, candidate.proposed);
  }
  return unexplained;
}

/** Puts the text of a candidate, read or proposed, into its place. */
function apply(codes: Uint8Array, layout: Layout, candidate: MrzCorrection, text: string): void {
  const offset = candidate.line * layout.width + candidate.column;
  for (let at = 0; at < text.length; at += 1) codes[offset + at] = text.charCodeAt(at);
}

function correctDate(reading: Reading, spec: FieldSpec): MrzCorrection | null {
  const digits = asDigits(reading.codes, spec.offset, spec.offset + 7);
  if (digits === null || checkWord(digits[6] ?? NO_CHARACTER, weightedSum(digits, 0, 6), false) !== 'ok') return null;
  const proposed = String.fromCharCode(...digits);
  const date = proposed.slice(0, 6);
  const interpreted = spec.kind === 'birthDate' ? interpretBirthDate(date, SOME_DAY) : interpretExpiry(date, SOME_DAY);
  if (!interpreted.ok) return null;
  const read = (reading.lines[spec.line] ?? '').slice(spec.start, spec.start + 7);
  return { field: spec.name, line: spec.line, column: spec.start, read, proposed };
}

/** Every reading of a number or of optional data that its own check digit allows. */
function correctNumber(reading: Reading, spec: FieldSpec): readonly MrzCorrection[] {
  const { codes } = reading;
  const candidates: MrzCorrection[] = [];
  const isLong = spec.kind === 'documentNumber' && reading.longNumberTail > 0;
  const check = spec.offset + spec.end - spec.start + (isLong ? reading.longNumberTail : 0);
  const read = (reading.lines[spec.line] ?? '').slice(spec.start, spec.start + check - spec.offset + 1);
  const proposeIfItHolds = (at: number, swap: number): boolean => {
    const original = codes[at] ?? NO_CHARACTER;
    codes[at] = swap;
    const holds = numberHolds(codes, spec, check, isLong);
    if (holds) {
      const place = at - spec.offset;
      const proposed = read.slice(0, place) + String.fromCharCode(swap) + read.slice(place + 1);
      candidates.push({ field: spec.name, line: spec.line, column: spec.start, read, proposed });
    }
    codes[at] = original;
    return holds;
  };
  const digit = digitFor(codes[check] ?? NO_CHARACTER);
  // A misread check digit explains everything, so nothing more is tried.
  if (digit !== null && proposeIfItHolds(check, digit)) return candidates;
  const missing = characterValue(codes[check] ?? NO_CHARACTER) - weightedSum(codes, spec.offset, check);
  for (let at = spec.offset; at < check; at += 1) {
    const original = codes[at] ?? NO_CHARACTER;
    const alternatives = lookAlikes(original);
    for (let each = 0; each < alternatives.length; each += 1) {
      const swap = alternatives[each] ?? original;
      // Rules out nine of ten without adding everything up; a long number has two ways to count and is always added up.
      if (isLong || changesSumBy(missing, original, swap, at - spec.offset)) proposeIfItHolds(at, swap);
    }
  }
  return candidates;
}

/** Whether another character in a place changes the weighted sum by the missing amount, modulo 10. */
function changesSumBy(missing: number, from: number, to: number, place: number): boolean {
  const weight = place % 3 === 0 ? 7 : place % 3 === 1 ? 3 : 1;
  return ((characterValue(to) - characterValue(from)) * weight - missing) % 10 === 0;
}

function numberHolds(codes: Uint8Array, spec: FieldSpec, check: number, isLong: boolean): boolean {
  if (isLong && spec.continuation !== null) {
    return longNumberWord(codes, spec, spec.continuation, check).word === 'ok';
  }
  return checkWord(codes[check] ?? NO_CHARACTER, weightedSum(codes, spec.offset, check), false) === 'ok';
}

/** Keeps the candidates that the composite digit confirms; the others only where it has reason to fail anyway. */
function confirmed(
  reading: Reading,
  codes: Uint8Array,
  candidates: readonly MrzCorrection[],
  nothingElseWrong: boolean,
): readonly MrzCorrection[] {
  const { layout } = reading;
  const { composite } = layout;
  if (composite === null || candidates.length === 0) return candidates;
  const printed = codes[composite.line * layout.width + composite.column] ?? NO_CHARACTER;
  const both: MrzCorrection[] = [];
  for (const candidate of candidates) {
    apply(codes, layout, candidate, candidate.proposed);
    if (checkWord(printed, compositeDigit(codes, composite.covers), false) === 'ok') both.push(candidate);
    apply(codes, layout, candidate, candidate.read);
  }
  const compositeCanTell = nothingElseWrong && classOf(printed) === DIGIT_CLASS;
  return both.length > 0 || compositeCanTell ? both : candidates;
}

function correctComposite(reading: Reading, codes: Uint8Array): MrzCorrection | null {
  const { composite, width } = reading.layout;
  if (composite === null || reading.checks.composite !== 'bad') return null;
  const { line, column, covers } = composite;
  const digit = digitFor(codes[line * width + column] ?? NO_CHARACTER);
  if (digit === null || compositeDigit(codes, covers) !== digit - 48) return null;
  const read = (reading.lines[line] ?? '').charAt(column);
  return { field: 'composite', line, column, read, proposed: String.fromCharCode(digit) };
}
