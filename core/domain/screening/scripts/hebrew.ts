import { hebrewNames } from './hebrew_names.ts';
import { type LetterTable, transcribe } from './letter_table.ts';

/** The rules of the Academy of the Hebrew Language (2006), simplified as in passports, with the letters of foreign sounds. */
const LETTERS: LetterTable = {
  א: 'A',
  ב: 'V',
  ג: 'G',
  ד: 'D',
  ה: 'H',
  ו: 'O',
  ז: 'Z',
  ח: 'H',
  ט: 'T',
  י: 'I',
  כ: 'KH',
  ך: 'KH',
  ל: 'L',
  מ: 'M',
  ם: 'M',
  נ: 'N',
  ן: 'N',
  ס: 'S',
  ע: 'A',
  פ: 'F',
  ף: 'F',
  צ: 'TZ',
  ץ: 'TZ',
  ק: 'K',
  ר: 'R',
  ש: 'SH',
  ת: 'T',
  וו: 'V',
  יי: 'AY',
  "ג'": 'J',
  "ז'": 'ZH',
  "צ'": 'CH',
  "ץ'": 'CH',
  "ת'": 'TH',
  "ח'": 'KH',
};

/** ב, כ and פ are hard; ו is U, ש is S. */
const HARD: LetterTable = { ...LETTERS, ב: 'B', כ: 'K', ך: 'CH', פ: 'P', ף: 'F', ח: 'CH', ו: 'U', ש: 'S', וו: 'W' };

const GERESH = /[׳’‘`]/g;
const POINTS = /[\u0591-\u05C7]/g;
const HARD_AT_FIRST: LetterTable = { ב: 'B', כ: 'K', פ: 'P', ו: 'V', י: 'Y', א: 'A', ע: 'A' };

function written(word: string, table: LetterTable): string {
  const first = word[1] === "'" ? undefined : HARD_AT_FIRST[word[0] ?? ''];
  const vowelFollows = /^[אע][וי]/.test(word);
  const body = first === undefined ? transcribe(word, table) : transcribe(word.slice(1), table);
  const whole = vowelFollows ? body : (first ?? '') + body;
  // ה at the end of a word is a vowel: Sara, Moshe.
  return word.endsWith('ה') ? whole.replace(/H$/, 'A') : whole;
}

/** A Hebrew word in Latin letters; short vowels are not written and stay out. */
export function hebrewForms(word: string): string[] {
  const plain = word.replace(GERESH, "'").replace(POINTS, '');
  const known = hebrewNames(plain);
  if (known.length > 0) return [...known];
  return [written(plain, LETTERS), written(plain, HARD)];
}
