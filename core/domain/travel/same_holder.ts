import type { Declaration } from '../clearance/travel_facts.ts';
import { foldIssuer, foldNumber, nameTokens, variantKey } from '../screening/fold.ts';
import type { Holder } from './advance.ts';

/** The person at the desk as the document names them. */
export interface Traveller {
  readonly surname: string;
  readonly givenNames: string;
  readonly nameTruncated: boolean;
  /** YYYY-MM-DD as far as known, or empty. */
  readonly birthDate: string;
  readonly nationality: string;
  readonly documentNumber: string;
}

interface Name {
  readonly surname: string;
  readonly givenNames: string;
}

/** Fewer letters of a name that was cut tell nobody apart. */
const LEAST_OF_A_CUT_NAME = 4;

const keys = (words: readonly string[]): string[] => words.map(variantKey);

const beginsOther = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Of a name that was cut, the other begins with it: as written, or in the spelling of another State. */
function isCutFrom(a: readonly string[], b: readonly string[]): boolean {
  const textA = a.join('');
  const textB = b.join('');
  if (Math.min(textA.length, textB.length) < LEAST_OF_A_CUT_NAME) return false;
  return beginsOther(textA, textB) || beginsOther(keys(a).join(''), keys(b).join(''));
}

/**
 * Whether two written names may be one person's: equal without marks and in any of the spellings that States use, in any
 * order of the words. `cut`: one of them may have been cut off, then it is the beginning of the other (ICAO 9303-3 4.2).
 */
export function sameName(a: Name, b: Name, cut: boolean): boolean {
  const wholeA = [...nameTokens(a.surname), ...nameTokens(a.givenNames)];
  const wholeB = [...nameTokens(b.surname), ...nameTokens(b.givenNames)];
  if (wholeA.length === 0 || wholeB.length === 0) return false;
  const keysA = keys(wholeA);
  const keysB = keys(wholeB);
  // Words may be parted otherwise, or stand in another order; some States print the given names first.
  const turned = keys([...nameTokens(b.givenNames), ...nameTokens(b.surname)]).join('');
  if ([...keysA].sort().join(' ') === [...keysB].sort().join(' ')) return true;
  if (keysA.join('') === keysB.join('') || keysA.join('') === turned) return true;
  return cut && isCutFrom(wholeA, wholeB);
}

/** A date known in part is the same as one that begins with it. */
const sameDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * The fields in which a record differs from the document; what one of them does not say differs in nothing. `cut`: the
 * record's names may be shortened, as on boarding passes and passenger lists.
 */
export function differingFields(person: Traveller, holder: Holder, cut = false): Declaration['differing'] {
  const differing: Declaration['differing'][number][] = [];
  const named = `${holder.surname}${holder.givenNames}`.trim() !== '';
  if (named && !sameName(person, holder, cut || person.nameTruncated)) differing.push('NAME');
  if (holder.birthDate !== null && person.birthDate !== '' && !sameDate(person.birthDate, holder.birthDate))
    differing.push('BIRTH_DATE');
  if (holder.nationality !== null && foldIssuer(person.nationality) !== foldIssuer(holder.nationality))
    differing.push('NATIONALITY');
  if (holder.documentNumber !== null && foldNumber(person.documentNumber) !== foldNumber(holder.documentNumber))
    differing.push('DOCUMENT_NUMBER');
  return differing;
}

/** Whether a record is this person's: by the document, or by name and birth date where it names another or none. */
export function isOf(person: Traveller, holder: Holder, cut = false): boolean {
  const differing = differingFields(person, holder, cut);
  if (holder.documentNumber !== null && !differing.includes('DOCUMENT_NUMBER')) return true;
  return (
    person.birthDate.length === 10 &&
    holder.birthDate !== null &&
    !differing.some((field) => field === 'NAME' || field === 'BIRTH_DATE' || field === 'NATIONALITY')
  );
}
