import { arabicForms, joinServantNames } from './arabic.ts';
import { cyrillicForms } from './cyrillic.ts';
import { devanagariForms } from './devanagari.ts';
import { armenianForms, georgianForms } from './georgian_armenian.ts';
import { greekForms } from './greek.ts';
import { hanForms } from './han.ts';
import { hangulForms } from './hangul.ts';
import { hebrewForms } from './hebrew.ts';
import { kanaForms } from './kana.ts';
import { khmerForms, laoForms } from './lao_khmer.ts';
import { thaiForms } from './thai.ts';

type Forms = (word: string, isWholeName: boolean) => readonly string[];

const SCRIPTS: readonly (readonly [RegExp, Forms])[] = [
  [/\p{Script=Cyrillic}/u, cyrillicForms],
  [/\p{Script=Arabic}/u, arabicForms],
  [/\p{Script=Hangul}/u, hangulForms],
  [/[\p{Script=Katakana}\p{Script=Hiragana}]/u, kanaForms],
  [/\p{Script=Han}/u, hanForms],
  [/\p{Script=Hebrew}/u, hebrewForms],
  [/\p{Script=Greek}/u, greekForms],
  [/\p{Script=Thai}/u, thaiForms],
  [/\p{Script=Lao}/u, laoForms],
  [/\p{Script=Khmer}/u, khmerForms],
  [/\p{Script=Devanagari}/u, devanagariForms],
  [/\p{Script=Georgian}/u, georgianForms],
  [/\p{Script=Armenian}/u, armenianForms],
];

const NEEDS_A_READING = new RegExp(SCRIPTS.map(([script]) => script.source).join('|'), 'u');
/** What stands between words; geresh and the signs above letters belong to them. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}'’׳‘\u200C]+/u;
const MOST_FORMS = 3;

function formsOf(word: string, isWholeName: boolean): readonly string[] {
  const script = SCRIPTS.find(([letters]) => letters.test(word));
  const forms = script?.[1](word, isWholeName).filter((form) => form !== '') ?? [];
  return forms.length > 0 ? forms : [word];
}

/**
 * The Latin spellings of a name written in another script, to be folded and compared like any other name: at most three,
 * the likeliest first, each of the whole name after one practice. None for a name in Latin letters.
 */
export function latinForms(written: string): readonly string[] {
  if (!NEEDS_A_READING.test(written)) return [];
  const words = joinServantNames(written.toLowerCase().normalize('NFC'))
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const forms = words.map((word) => formsOf(word, words.length === 1));
  const found = new Set<string>();
  for (let practice = 0; practice < MOST_FORMS; practice++) {
    found.add(forms.map((all) => all[practice] ?? all[0] ?? '').join(' '));
  }
  return [...found];
}
