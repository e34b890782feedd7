/**
 * Sounds that the scripts of the world do not keep apart, as one letter each: Arabic has no P and V, Korean no F,
 * Japanese no L, Chinese no R. Which to join was settled by measuring pairs of one name in two scripts
 * (docs/accuracy.md): joined too little names miss each other, joined too much every name meets thousands.
 */
const PLAIN: Readonly<Record<string, string>> = {
  B: 'P',
  P: 'P',
  F: 'P',
  V: 'P',
  L: 'L',
  R: 'L',
  N: 'N',
  S: 'S',
  Z: 'S',
  Q: 'K',
};

/** A letter as its place after A; `NONE` for what is not A to Z and beyond the ends of a word. */
type Letter = number;
const NONE: Letter = 31;
const FIRST = 'A'.charCodeAt(0);

function letterAt(word: string, place: number): Letter {
  const code = word.charCodeAt(place) - FIRST;
  return code >= 0 && code < 26 ? code : NONE;
}

/** Letters as one number, a bit each. */
const bits = (letters: string) => [...letters].reduce((set, letter) => set | (1 << letterAt(letter, 0)), 0);
const isOne = (letter: Letter, of: number) => ((of >>> letter) & 1) === 1;
const only = (letter: string) => letterAt(letter, 0);

const VOWELS = bits('AEIOUY');
const SOFTENS_C = bits('HZEIY');
const LIPS = bits('BPFV');
const HISS = bits('SZJ');
const HISS_WITH_C = bits('HZ');
const BEFORE_SOFT_J = bits('LBFKMPV');
const C = only('C');
const H = only('H');
const I = only('I');
const N = only('N');
const S = only('S');

function beforeHiss(after: Letter, word: string, place: number): string {
  const hiss = isOne(after, HISS) || (after === C && isOne(letterAt(word, place + 2), HISS_WITH_C));
  return hiss ? '' : 'T';
}

type Rule = (before: Letter, after: Letter, word: string, place: number) => string;

/** Letters whose sound hangs on their neighbours. */
const BY_PLACE: Readonly<Record<string, Rule>> = {
  // CH, CZ, soft C; and the Ć of southern Slavs, whose mark is lost: MILOSEVIC.
  C: (before, after) => (isOne(after, SOFTENS_C) || (after === NONE && before === I) ? 'S' : 'K'),
  K: (before, after) => (before === NONE && after === H ? 'H' : 'K'),
  // NG is one sound, except before a vowel.
  G: (before, after) => (before === N && !isOne(after, VOWELS) ? '' : 'K'),
  // Before P, B and F nobody hears which of the two it is: HUMPHREY, ハンフリー.
  M: (_before, after) => (isOne(after, LIPS) ? 'N' : 'M'),
  // Soft LJ, BJ, and a Y before consonants: LJUBICA, BJORN, MAJSTOROVIC.
  J: (before, after) => (isOne(before, BEFORE_SOFT_J) || (before !== NONE && !isOne(after, VOWELS)) ? '' : 'S'),
  // TS, DZ, TCH, DJ are one sound with what follows.
  T: (_before, after, word, place) => beforeHiss(after, word, place),
  D: (_before, after, word, place) => (after === S ? 'T' : beforeHiss(after, word, place)),
  // LEWANDOWSKI has a consonant and a vowel.
  W: (before, after) => (before === NONE || isOne(after, VOWELS) ? 'P' : ''),
  X: (before) => (before === NONE ? 'S' : 'KS'),
  H: (before) => (before === NONE ? 'H' : ''),
};

/** The rule of each letter, by its place after A. */
const RULES: readonly Rule[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => {
  const sound = PLAIN[letter] ?? '';
  if (isOne(only(letter), VOWELS)) return (_before, _after, _word, place) => (place === 0 ? 'A' : '');
  return BY_PLACE[letter] ?? (() => sound);
});

/**
 * A word's consonants in outline, by which spellings of one name in different scripts and romanisations meet: vowels
 * dropped, like-sounding consonants as one letter, doubles as one, a vowel kept only as the first letter (A for all).
 * The word is folded (`fold.ts`). Words of one outline are candidates for each other and nothing more.
 */
export function soundOutline(word: string): string {
  let outline = '';
  let before: Letter = NONE;
  let letter = letterAt(word, 0);
  let lastSound = '';
  for (let place = 0; place < word.length; place++) {
    const after = letterAt(word, place + 1);
    const sound = RULES[letter]?.(before, after, word, place) ?? '';
    // R beside L stays two sounds (GARLIN), as it does where a vowel was written between them.
    if (sound !== lastSound || (sound === 'L' && letter !== before)) outline += sound;
    // A silent H parts nothing: SSH and SH are one sound.
    if (sound !== '' || letter !== H) lastSound = sound;
    before = letter;
    letter = after;
  }
  return outline;
}
