import { type LetterTable, transcribe } from './letter_table.ts';

/** Royal Institute's general system: sounds before a vowel. */
const THAI: LetterTable = {
  ก: 'K',
  ข: 'KH',
  ฃ: 'KH',
  ค: 'KH',
  ฅ: 'KH',
  ฆ: 'KH',
  ง: 'NG',
  จ: 'CH',
  ฉ: 'CH',
  ช: 'CH',
  ซ: 'S',
  ฌ: 'CH',
  ญ: 'Y',
  ฎ: 'D',
  ฏ: 'T',
  ฐ: 'TH',
  ฑ: 'TH',
  ฒ: 'TH',
  ณ: 'N',
  ด: 'D',
  ต: 'T',
  ถ: 'TH',
  ท: 'TH',
  ธ: 'TH',
  น: 'N',
  บ: 'B',
  ป: 'P',
  ผ: 'PH',
  ฝ: 'F',
  พ: 'PH',
  ฟ: 'F',
  ภ: 'PH',
  ม: 'M',
  ย: 'Y',
  ร: 'R',
  ล: 'L',
  ว: 'W',
  ศ: 'S',
  ษ: 'S',
  ส: 'S',
  ห: 'H',
  ฬ: 'L',
  อ: 'O',
  ฮ: 'H',
  ฤ: 'RI',
  ะ: 'A',
  'ั': 'A',
  า: 'A',
  ำ: 'AM',
  'ิ': 'I',
  'ี': 'I',
  'ึ': 'UE',
  'ื': 'UE',
  'ุ': 'U',
  'ู': 'U',
  เ: 'E',
  แ: 'AE',
  โ: 'O',
  ใ: 'AI',
  ไ: 'AI',
};

const THAI_FINALS: Readonly<Record<string, string>> = {
  S: 'T',
  CH: 'T',
  D: 'T',
  B: 'P',
  L: 'N',
  R: 'N',
  KH: 'K',
  TH: 'T',
};

/** A Thai word, roughly: vowels written before their consonant are put behind it, silenced letters and tones left out. */
export function thaiForms(word: string): string[] {
  const plain = word
    .replace(/[\u0E01-\u0E2E]\u0E4C/g, '')
    .replace(/[\u0E47-\u0E4E]/g, '')
    .replace(/ทร/g, 'ซ')
    .replace(/รร(?=[\u0E01-\u0E2E])/g, 'ั')
    .replace(/รร/g, 'ัน')
    .replace(/^ห(?=[งญนมยรลว])/, '')
    .replace(/([เแโใไ])([\u0E01-\u0E2E])/g, '$2$1')
    .replace(/(?<=[\u0E01-\u0E2E])อ(?=[\u0E30-\u0E39])/g, '');
  const latin = transcribe(plain, THAI)
    .replace(/^O(?=[AEIOU])/, '')
    // สมชาย is SOMCHAI: where no vowel is written between two first consonants, an O is heard, unless they blend.
    .replace(/^(KH|TH|PH|CH|[BDFKMNPSTWY])(?=(?:KH|TH|PH|CH|NG|[BDKMNPST])(?!H))/, '$1O')
    .replace(/AY$/, 'AI');
  const spoken = latin.replace(/(S|CH|D|B|L|R|KH|TH)$/, (final) => THAI_FINALS[final] ?? final);
  return [spoken, latin];
}
