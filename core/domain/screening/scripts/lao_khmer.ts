import { type LetterTable, transcribe } from './letter_table.ts';

/** Lao as its passports write it, by French ears: OU, X for the light S, V. */
const LAO: LetterTable = {
  ກ: 'K',
  ຂ: 'KH',
  ຄ: 'KH',
  ງ: 'NG',
  ຈ: 'CH',
  ສ: 'S',
  ຊ: 'X',
  ຍ: 'NH',
  ດ: 'D',
  ຕ: 'T',
  ຖ: 'TH',
  ທ: 'TH',
  ນ: 'N',
  ບ: 'B',
  ປ: 'P',
  ຜ: 'PH',
  ຝ: 'F',
  ພ: 'PH',
  ຟ: 'F',
  ມ: 'M',
  ຢ: 'Y',
  ຣ: 'R',
  ລ: 'L',
  ວ: 'V',
  ຫ: 'H',
  ອ: 'O',
  ຮ: 'H',
  ໜ: 'N',
  ໝ: 'M',
  ະ: 'A',
  'ັ': 'A',
  າ: 'A',
  ຳ: 'AM',
  'ິ': 'I',
  'ີ': 'I',
  'ຶ': 'EU',
  'ື': 'EU',
  'ຸ': 'OU',
  'ູ': 'OU',
  'ົ': 'O',
  'ໍ': 'O',
  ຽ: 'IA',
  ເ: 'E',
  ແ: 'E',
  ໂ: 'O',
  ໃ: 'AY',
  ໄ: 'AY',
};

/** Khmer as Cambodia's passports write it; the two rows of consonants differ in the vowel that follows, not here. */
const KHMER: LetterTable = {
  ក: 'K',
  ខ: 'KH',
  គ: 'K',
  ឃ: 'KH',
  ង: 'NG',
  ច: 'CH',
  ឆ: 'CHH',
  ជ: 'CH',
  ឈ: 'CHH',
  ញ: 'NH',
  ដ: 'D',
  ឋ: 'TH',
  ឌ: 'D',
  ឍ: 'TH',
  ណ: 'N',
  ត: 'T',
  ថ: 'TH',
  ទ: 'T',
  ធ: 'TH',
  ន: 'N',
  ប: 'B',
  ប៉: 'P',
  ផ: 'PH',
  ព: 'P',
  ភ: 'PH',
  ម: 'M',
  យ: 'Y',
  រ: 'R',
  ល: 'L',
  វ: 'V',
  ស: 'S',
  ហ: 'H',
  ឡ: 'L',
  អ: '',
  'ា': 'A',
  'ិ': 'E',
  'ី': 'I',
  'ឹ': 'OEU',
  'ឺ': 'EU',
  'ុ': 'O',
  'ូ': 'OU',
  'ួ': 'UO',
  'ើ': 'EU',
  'ឿ': 'OEA',
  'ៀ': 'IE',
  'េ': 'E',
  'ែ': 'E',
  'ៃ': 'AI',
  'ោ': 'O',
  'ៅ': 'AU',
  'ំ': 'AM',
  'ះ': 'AH',
  'ៈ': 'A',
  '័': 'A',
  ឥ: 'E',
  ឧ: 'U',
  ឯ: 'E',
  ឪ: 'OV',
};

/** The vowel that is heard where none is written: between the first two consonants of a word, unless they blend. */
function withUnwrittenVowel(latin: string): string {
  return latin.replace(/^(KH|TH|PH|CHH|CH|NG|NH|[BDFHKMNPSTXV])(?=(?:KH|TH|PH|CH|NG|NH|[BDFKMNPST])(?![H]))/, '$1O');
}

/** A Lao word, roughly: vowels written before their consonant are put behind it, tones left out. */
export function laoForms(word: string): string[] {
  const plain = word
    .replace(/[\u0EC8-\u0ECC]/g, '')
    .replace(/^ຫ(?=[ງຍນມຣລວ])/, '')
    .replace(/([ເແໂໃໄ])([\u0E81-\u0EAE\u0EDC\u0EDD])/g, '$2$1')
    .replace(/(?<=[\u0E81-\u0EAE])ອ/g, 'ໍ');
  const latin = withUnwrittenVowel(transcribe(plain, LAO));
  return [latin, latin.replace(/OU/g, 'U').replace(/X/g, 'S').replace(/V/g, 'W')];
}

/** A Khmer word, roughly: every sign for its sound, the marks of stacking and of the rows left out. */
export function khmerForms(word: string): string[] {
  const stacked = /^.\u17D2/.test(word);
  const latin = transcribe(word.replace(/[\u17CA-\u17CF\u17D1-\u17D3]/g, ''), KHMER);
  const spoken = stacked ? latin : withUnwrittenVowel(latin);
  return [spoken, spoken.replace(/OU/g, 'U')];
}
