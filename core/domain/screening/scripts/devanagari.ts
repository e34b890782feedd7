import { type LetterTable, transcribe } from './letter_table.ts';

const DEVANAGARI_CONSONANTS: LetterTable = {
  क: 'K',
  ख: 'KH',
  ग: 'G',
  घ: 'GH',
  ङ: 'N',
  च: 'CH',
  छ: 'CHH',
  ज: 'J',
  झ: 'JH',
  ञ: 'N',
  ट: 'T',
  ठ: 'TH',
  ड: 'D',
  ढ: 'DH',
  ण: 'N',
  त: 'T',
  थ: 'TH',
  द: 'D',
  ध: 'DH',
  न: 'N',
  प: 'P',
  फ: 'PH',
  ब: 'B',
  भ: 'BH',
  म: 'M',
  य: 'Y',
  र: 'R',
  ल: 'L',
  ळ: 'L',
  व: 'V',
  श: 'SH',
  ष: 'SH',
  स: 'S',
  ह: 'H',
};

const DEVANAGARI_VOWELS: LetterTable = {
  अ: 'A',
  आ: 'A',
  इ: 'I',
  ई: 'I',
  उ: 'U',
  ऊ: 'U',
  ऋ: 'RI',
  ए: 'E',
  ऐ: 'AI',
  ओ: 'O',
  औ: 'AU',
  'ा': 'A',
  'ि': 'I',
  'ी': 'I',
  'ु': 'U',
  'ू': 'U',
  'ृ': 'RI',
  'े': 'E',
  'ै': 'AI',
  'ो': 'O',
  'ौ': 'AU',
  'ॉ': 'O',
  'ं': 'N',
  'ँ': 'N',
  'ः': '',
};

const VIRAMA = '्';
const NUKTA = /\u093C/g;

/** A Hindi, Nepali or Marathi word: an A after each consonant that has no vowel sign, silent at the end of the word. */
export function devanagariForms(word: string): string[] {
  const plain = word.normalize('NFD').replace(NUKTA, '');
  let latin = '';
  for (let place = 0; place < plain.length; place++) {
    const letter = plain[place] ?? '';
    const consonant = DEVANAGARI_CONSONANTS[letter];
    if (consonant === undefined) {
      latin += transcribe(letter, DEVANAGARI_VOWELS);
      continue;
    }
    const after = plain[place + 1];
    const silent = after === undefined || after === VIRAMA || /[\u093E-\u094C]/.test(after);
    latin += silent ? consonant : `${consonant}A`;
  }
  // The last but one A is often silent too: Ravi Kumar, but Ramdev, not Ramadeva.
  return [latin, latin.replace(/([AEIOU][^AEIOU]+)A([^AEIOU]+[AEIOU])/g, '$1$2')];
}
