import { type LetterTable, transcribe } from './letter_table.ts';

/** Hepburn, as Japanese passports have it. Hiragana; katakana is brought to it first. */
const HEPBURN: LetterTable = table();

function table(): LetterTable {
  const rows: readonly (readonly [string, string])[] = [
    ['あいうえお', 'A I U E O'],
    ['かきくけこ', 'KA KI KU KE KO'],
    ['がぎぐげご', 'GA GI GU GE GO'],
    ['さしすせそ', 'SA SHI SU SE SO'],
    ['ざじずぜぞ', 'ZA JI ZU ZE ZO'],
    ['たちつてと', 'TA CHI TSU TE TO'],
    ['だぢづでど', 'DA JI ZU DE DO'],
    ['なにぬねの', 'NA NI NU NE NO'],
    ['はひふへほ', 'HA HI FU HE HO'],
    ['ばびぶべぼ', 'BA BI BU BE BO'],
    ['ぱぴぷぺぽ', 'PA PI PU PE PO'],
    ['まみむめも', 'MA MI MU ME MO'],
    ['やゆよわを', 'YA YU YO WA O'],
    ['らりるれろ', 'RA RI RU RE RO'],
    ['ゐゑんゔっ', 'I E N VU '],
    ['ぁぃぅぇぉ', 'A I U E O'],
    ['ゃゅょゎー', 'YA YU YO WA '],
  ];
  const letters: Record<string, string> = {};
  for (const [kana, latin] of rows) {
    const sounds = latin.split(' ');
    [...kana].forEach((letter, place) => {
      letters[letter] = sounds[place] ?? '';
    });
  }
  addYoon(letters);
  addForeign(letters);
  return letters;
}

/** きゃ is KYA, しゃ SHA, ちゃ CHA, じゃ JA. */
function addYoon(letters: Record<string, string>): void {
  for (const letter of 'きぎしじちぢにひびぴみり') {
    const sound = (letters[letter] ?? '').slice(0, -1);
    const soft = /^(SH|CH|J)$/.test(sound) ? sound : `${sound}Y`;
    letters[`${letter}ゃ`] = `${soft}A`;
    letters[`${letter}ゅ`] = `${soft}U`;
    letters[`${letter}ょ`] = `${soft}O`;
    letters[`${letter}ぇ`] = `${sound}E`;
  }
}

/** Sounds that only foreign names have: ティ TI, ファ FA, ヴァ VA, ウィ WI. */
function addForeign(letters: Record<string, string>): void {
  const small: readonly (readonly [string, string])[] = [
    ['ぁ', 'A'],
    ['ぃ', 'I'],
    ['ぅ', 'U'],
    ['ぇ', 'E'],
    ['ぉ', 'O'],
    ['ゅ', 'YU'],
  ];
  const first: Readonly<Record<string, string>> = {
    ふ: 'F',
    ゔ: 'V',
    う: 'W',
    て: 'T',
    で: 'D',
    と: 'T',
    ど: 'D',
    つ: 'TS',
    す: 'S',
    ず: 'Z',
    い: 'Y',
    く: 'KW',
    ぐ: 'GW',
  };
  for (const [letter, sound] of Object.entries(first)) {
    for (const [vowel, latin] of small) letters[letter + vowel] = sound + latin;
  }
}

/** A drawn-out vowel may stand for a foreign R. */
const FOREIGN: LetterTable = { ...HEPBURN, ー: 'R' };

/** After these sounds a drawn-out vowel is no R: ビーチ, ルーク, ケーン. */
const NO_R = /(?<=[いきしちにひみりぎじぢびぴうくすつぬふむゆるぐずづぶぷえけせてねへめれげぜでべぺぃぅぇゅ])ー/g;

const KATAKANA = /[ァ-ヶ]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** っ doubles what follows; before CH it is T. Ｎ before B, M and P was M in older passports. */
function withDoubles(kana: string, long: boolean): string {
  const parts = kana.split('っ').map((part) => transcribe(part, HEPBURN));
  const doubled = parts.reduce((latin, part) => latin + (part.startsWith('CH') ? 'T' : (part[0] ?? '')) + part);
  return long ? doubled : doubled.replace(/OU/g, 'O').replace(/OO/g, 'O').replace(/UU/g, 'U');
}

/** A foreign name as it may have been before Japan heard it: silent vowels out, a drawn-out vowel an R. */
function foreign(kana: string): string {
  return transcribe(kana.replace(/っ/g, '').replace(NO_R, ''), FOREIGN)
    .replace(/([TD])O(?=[^AEIOU]|$)/g, '$1')
    .replace(/([BFGKLMPRSVZ])U(?=[^AEIOU]|$)/g, '$1');
}

/** A word in katakana or hiragana in Latin letters. */
export function kanaForms(word: string): string[] {
  const kana = word
    .normalize('NFKC')
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
  return [withDoubles(kana, false), foreign(kana), withDoubles(kana, true)];
}
