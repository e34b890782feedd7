import { arabicNames } from './arabic_names.ts';
import { type LetterTable, transcribe } from './letter_table.ts';

/** Consonants as English-speaking states write them; و, ي and the alefs are settled by their neighbours. */
const CONSONANTS: LetterTable = {
  ب: 'B',
  ت: 'T',
  ث: 'TH',
  ج: 'J',
  ح: 'H',
  خ: 'KH',
  د: 'D',
  ذ: 'DH',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ش: 'SH',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'Z',
  غ: 'GH',
  ف: 'F',
  ق: 'Q',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ه: 'H',
  // Persian, Urdu, Pashto and Kurdish letters.
  پ: 'P',
  چ: 'CH',
  ژ: 'ZH',
  گ: 'G',
  ک: 'K',
  ڤ: 'V',
  ڭ: 'G',
  ہ: 'H',
  ھ: 'H',
  ۀ: 'H',
  ۂ: 'H',
  ٹ: 'T',
  ټ: 'T',
  ڈ: 'D',
  ډ: 'D',
  ڑ: 'R',
  ړ: 'R',
  ڕ: 'R',
  ں: 'N',
  ڼ: 'N',
  څ: 'TS',
  ځ: 'DZ',
  ږ: 'ZH',
  ښ: 'SH',
  ګ: 'G',
  ڵ: 'L',
};

/** North Africa writes by French ears: CH for ش, DJ for ج, OU for و. Egypt has G for ج. */
const FRENCH: LetterTable = { ...CONSONANTS, ش: 'CH', ج: 'DJ', ق: 'K', ث: 'T', ذ: 'D' };
const EGYPTIAN: LetterTable = { ...CONSONANTS, ج: 'G', ث: 'S', ذ: 'Z', ق: 'K', غ: 'G' };

/** Signs of short vowels are seldom written; where they are, they are heard. */
const SIGNS: LetterTable = {
  '\u064E': 'A',
  '\u064F': 'U',
  '\u0650': 'I',
  '\u064B': 'AN',
  '\u064C': 'UN',
  '\u064D': 'IN',
};

const SAME_LETTER: readonly (readonly [RegExp, string])[] = [
  [/[\u0640\u0652\u0670\u200C-\u200F]/g, ''],
  [/[یىېۍ]/g, 'ي'],
  [/[ٱ]/g, 'ا'],
  [/[ۆۇ]/g, 'و'],
  [/[ێے]/g, 'ي'],
];

const VOWEL_LETTER = /[اأإآوي]/;

const FOLLOWED_BY_VOWEL = new Set(['ا', 'آ', 'ة', 'ى']);

/** و and ي are consonants beside a long vowel, and else a vowel themselves: `long`. */
function semivowel(letter: 'W' | 'Y', word: string, place: number, long: string): string {
  const after = word[place + 1] ?? '';
  if (place === 0) return after === '' || VOWEL_LETTER.test(after) || after === 'ة' ? letter : `${letter}A`;
  if (FOLLOWED_BY_VOWEL.has(after) || after === SHADDA) return letter;
  // MUSAWI and TAWIL, but LUIS: by English ears a consonant, by others a vowel.
  if (letter === 'W' && after === 'ي' && long === 'U') return letter;
  // After an alef that begins the word it is the vowel itself (اولغا), later a diphthong (كلاوس).
  return long;
}

/** Letters that are silent or another vowel beside certain others. */
const BY_PLACE: Readonly<Record<string, (word: string, place: number, u: string) => string>> = {
  و: (word, place, u) => semivowel('W', word, place, u),
  ي: (word, place) => (place === word.length - 1 ? 'I' : semivowel('Y', word, place, 'I')),
  ا: (word, place) => (place === 0 && /[وي]/.test(word[1] ?? '') ? '' : 'A'),
  أ: (word, place) => (place === 0 && /[وي]/.test(word[1] ?? '') ? '' : 'A'),
  إ: (word, place) => (word[place + 1] === 'ي' ? '' : 'I'),
  ع: (word, place) => (place === 0 && /[اويآ]/.test(word[1] ?? '') ? '' : 'A'),
};

const VOWELS: LetterTable = { آ: 'A', ة: 'A', ە: 'A', ؤ: 'U', ئ: 'E', ...SIGNS };
const SHADDA = '\u0651';

function letterAt(word: string, place: number, table: LetterTable, u: string): string {
  const letter = word[place] ?? '';
  if (letter === SHADDA) return transcribe(word[place - 1] ?? '', table);
  return BY_PLACE[letter]?.(word, place, u) ?? VOWELS[letter] ?? transcribe(letter, table);
}

/** Foreign sounds that Arabic writes with two letters. */
const TWO_LETTERS: LetterTable = { تش: 'CH', تس: 'TS', دج: 'J', دز: 'DZ', كس: 'KS' };

/** The sounds of a word, a letter or two each. */
function sounds(word: string, table: LetterTable, u: string): string[] {
  const found: string[] = [];
  for (let place = 0; place < word.length; place++) {
    const two = TWO_LETTERS[word.slice(place, place + 2)];
    found.push(two ?? letterAt(word, place, table, u));
    if (two !== undefined) place++;
  }
  return found.filter((sound) => sound !== '');
}

const startsWithVowel = (sound: string) => /^[AEIOU]/.test(sound);
const endsWithVowel = (sound: string) => /[AEIOU]$/.test(sound);

/**
 * Short vowels are not written: an A stands between two consonants that would else meet, but for a last pair that needs
 * none (HAMD, SHAMS).
 */
function written(word: string, table: LetterTable, u: string): string {
  const parts = sounds(word, table, u);
  return parts
    .map((sound, place) => {
      const next = parts[place + 1];
      if (next === undefined || endsWithVowel(sound) || startsWithVowel(next)) return sound;
      const lastPair = place === parts.length - 2 && place > 0 && /^[LMNR]$/.test(sound) && !/^[LMNR]$/.test(next);
      return lastPair ? sound : `${sound}A`;
    })
    .join('');
}

/** عبد and the name of God after it are one name, written apart or together. */
export function joinServantNames(name: string): string {
  return name.replace(/(^|\s)عبد\s+ال/g, '$1عبدال');
}

/** An Arabic, Persian, Urdu or Pashto word in Latin letters. The article is parted off: "AL DURI". */
export function arabicForms(word: string): string[] {
  let plain = word.normalize('NFKC');
  for (const [letters, one] of SAME_LETTER) plain = plain.replace(letters, one);
  const known = arabicNames(plain);
  if (known.length > 0) return [...known];
  if (/^عبدال.{3}/.test(plain)) {
    const [first = '', second = first] = arabicForms(plain.slice(5));
    return [`ABDUL ${first}`, `ABDEL ${second}`, `ABD AL ${first}`];
  }
  const article = /^ال(?=..)/.test(plain);
  const body = article ? plain.slice(2) : plain;
  const bodies = arabicNames(body);
  const forms =
    bodies.length > 0
      ? bodies
      : [written(body, CONSONANTS, 'U'), written(body, FRENCH, 'OU'), written(body, EGYPTIAN, 'O')];
  // "AL" may as well be the beginning of a foreign name (البرت): the whole word stays as the last form.
  return article ? [`AL ${forms[0]}`, `EL ${forms[1] ?? forms[0]}`, written(plain, EGYPTIAN, 'O')] : [...forms];
}
