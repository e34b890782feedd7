import type { MatchReasonCode } from '../entry.ts';
import { bitsSet, distanceWithin } from './edit_distance.ts';
import type { NamePart } from './name_part.ts';
import { shortFormOf } from './short_forms.ts';

/** The rules by which two parts of a name can be one, the strictest first. */
export const LEVEL = {
  EQUAL: 0,
  TRANSLITERATED: 1,
  ONE_LETTER: 2,
  SOUND: 3,
  SHORT_FORM: 4,
  CUT: 5,
  INITIAL: 6,
  TWO_LETTERS: 7,
} as const;
export const LEVELS = 8;
/** No rule makes the two one. */
export const NO_LEVEL = -1;

/** The reason that the screen shows for each rule. */
export const LEVEL_REASON: readonly MatchReasonCode[] = [
  'NAME_PART_EQUAL',
  'NAME_PART_TRANSLITERATED',
  'NAME_PART_MISSPELT',
  'NAME_PART_SOUNDS_ALIKE',
  'NAME_PART_SHORT_FORM',
  'NAME_PART_CUT',
  'NAME_PART_INITIAL',
  'NAME_PART_MISSPELT',
];

/** Words shorter than this differ by one letter too easily. */
const LEAST_FOR_ONE = 3;
export const LEAST_FOR_TWO = 5;

/** Whether two words of these sizes can be one with a letter or two wrong. */
export function distanceAllowed(a: number, b: number): number {
  const longer = Math.max(a, b);
  const shorter = Math.min(a, b);
  if (shorter >= LEAST_FOR_TWO && longer > LEAST_FOR_TWO) return 2;
  return longer >= LEAST_FOR_ONE && shorter >= LEAST_FOR_ONE - 1 ? 1 : 0;
}

/** How a part of the person's name meets a part of the entry's; `cut` when the person's may have lost its end. */
export function partLevel(person: NamePart, entry: NamePart, cut: boolean): number {
  if (person.text === entry.text) return LEVEL.EQUAL;
  if (person.variant === entry.variant) return LEVEL.TRANSLITERATED;
  const sizes = [person.units.length, entry.units.length] as const;
  if (sizes[0] === 1 || sizes[1] === 1) return person.units[0] === entry.units[0] ? LEVEL.INITIAL : NO_LEVEL;
  if (cut && entry.text.startsWith(person.text)) return LEVEL.CUT;
  const most = distanceAllowed(...sizes);
  const far = most === 0 || bitsSet(person.letters ^ entry.letters) > 2 * most;
  const distance = far ? most + 1 : distanceWithin(person.units, 0, sizes[0], entry.units, 0, sizes[1], most);
  if (distance === 1 && most > 0) return LEVEL.ONE_LETTER;
  if (shortFormOf(person.text).includes(entry.text)) return LEVEL.SHORT_FORM;
  if (person.sound !== '' && person.sound === entry.sound) return LEVEL.SOUND;
  return distance <= most ? LEVEL.TWO_LETTERS : NO_LEVEL;
}
