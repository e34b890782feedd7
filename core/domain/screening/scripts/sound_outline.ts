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

const isVowel = (letter: string) => letter !== '' && 'AEIOUY'.includes(letter);

/** Letters whose sound hangs on their neighbours, given the word and their place. */
const BY_PLACE: Readonly<Record<string, (before: string, after: string, word: string, place: number) => string>> = {
  // CH, CZ, soft C; and the Ć of southern Slavs, whose mark is lost: MILOSEVIC.
  C: (before, after) => (/[HZEIY]/.test(after) || (after === '' && before === 'I') ? 'S' : 'K'),
  K: (before, after) => (before === '' && after === 'H' ? 'H' : 'K'),
  // NG is one sound, except before a vowel.
  G: (before, after) => (before === 'N' && !isVowel(after) ? '' : 'K'),
  // Before P, B and F nobody hears which of the two it is: HUMPHREY, ハンフリー.
  M: (_before, after) => (/[BPFV]/.test(after) ? 'N' : 'M'),
  // Soft LJ, BJ, and a Y before consonants: LJUBICA, BJORN, MAJSTOROVIC.
  J: (before, after) => (/[LBFKMPV]/.test(before) || (before !== '' && !isVowel(after)) ? '' : 'S'),
  // TS, DZ, TCH, DJ are one sound with what follows.
  T: (_before, after, word, place) => beforeHiss(after, word, place),
  D: (_before, after, word, place) => (after === 'S' ? 'T' : beforeHiss(after, word, place)),
  // LEWANDOWSKI has a consonant and a vowel.
  W: (before, after) => (before === '' || isVowel(after) ? 'P' : ''),
  X: (before) => (before === '' ? 'S' : 'KS'),
  H: (before) => (before === '' ? 'H' : ''),
};

function beforeHiss(after: string, word: string, place: number): string {
  const hiss = /[SZJ]/.test(after) || (after === 'C' && /[HZ]/.test(word[place + 2] ?? ''));
  return hiss ? '' : 'T';
}

/**
 * A word's consonants in outline, by which spellings of one name in different scripts and romanisations meet: vowels
 * dropped, like-sounding consonants as one letter, doubles as one, a vowel kept only as the first letter (A for all).
 * The word is folded (`fold.ts`). Words of one outline are candidates for each other and nothing more.
 */
export function soundOutline(word: string): string {
  let outline = '';
  let before = '';
  let lastWasSound = '';
  for (let place = 0; place < word.length; place++) {
    const letter = word[place] ?? '';
    const sound = isVowel(letter)
      ? place === 0
        ? 'A'
        : ''
      : (PLAIN[letter] ?? BY_PLACE[letter]?.(before, word[place + 1] ?? '', word, place) ?? '');
    // R beside L stays two sounds (GARLIN), as it does where a vowel was written between them.
    if (sound !== lastWasSound || (sound === 'L' && letter !== before)) outline += sound;
    // A silent H parts nothing: SSH and SH are one sound.
    if (sound !== '' || letter !== 'H') lastWasSound = sound;
    before = letter;
  }
  return outline;
}
