import { type LetterTable, transcribe } from './letter_table.ts';

/** ICAO 9303-3 section 6, table of Cyrillic: what the MRZ of a Russian passport holds. */
const ICAO: LetterTable = {
  а: 'A',
  б: 'B',
  в: 'V',
  г: 'G',
  д: 'D',
  е: 'E',
  ё: 'E',
  ж: 'ZH',
  з: 'Z',
  и: 'I',
  й: 'I',
  к: 'K',
  л: 'L',
  м: 'M',
  н: 'N',
  о: 'O',
  п: 'P',
  р: 'R',
  с: 'S',
  т: 'T',
  у: 'U',
  ф: 'F',
  х: 'KH',
  ц: 'TS',
  ч: 'CH',
  ш: 'SH',
  щ: 'SHCH',
  ъ: 'IE',
  ы: 'Y',
  э: 'E',
  ю: 'IU',
  я: 'IA',
  і: 'I',
  ї: 'I',
  є: 'IE',
  ґ: 'G',
  ў: 'U',
  ѓ: 'G',
  ђ: 'D',
  ѕ: 'DZ',
  ј: 'J',
  љ: 'LJ',
  њ: 'NJ',
  ћ: 'C',
  ќ: 'K',
  џ: 'DZ',
  // Letters of Kazakh, Kyrgyz, Tatar, Mongolian and Tajik, as their states write them.
  ә: 'A',
  ғ: 'G',
  қ: 'Q',
  ң: 'NG',
  ө: 'O',
  ұ: 'U',
  ү: 'U',
  һ: 'H',
  ҳ: 'H',
  ҷ: 'J',
  ӣ: 'I',
  ӯ: 'U',
  җ: 'J',
};

/** How newspapers and older lists write Russian: by ear, for readers of English. */
const ENGLISH: LetterTable = {
  ...ICAO,
  кс: 'X',
  дж: 'J',
  ий: 'Y',
  ый: 'Y',
  ай: 'AI',
  ей: 'EI',
  ой: 'OY',
  й: 'Y',
  ье: 'IE',
  ъ: '',
  ю: 'YU',
  я: 'YA',
  ия: 'IA',
  ё: 'YO',
};

/** Scholars, Germans, Czechs and Poles: Х is H, Ц is C; at the beginning a Y is J, and Г stands for a foreign H (Гамильтон). */
const SCHOLARLY: LetterTable = { ...ENGLISH, х: 'H', ц: 'C', щ: 'SC', кс: 'KS', ый: 'Y', ий: 'I' };
const AT_FIRST: LetterTable = { ю: 'JU', я: 'JA', ё: 'JO', е: 'JE', й: 'J', г: 'H' };

/** Ukrainian passports since 2010 (resolution 55 of the Cabinet of Ministers). */
const UKRAINIAN: LetterTable = {
  ...ICAO,
  г: 'H',
  зг: 'ZGH',
  и: 'Y',
  ій: 'II',
  ий: 'YI',
  й: 'I',
  ь: '',
  ю: 'IU',
  я: 'IA',
  є: 'IE',
};

/** Bulgaria's law of transliteration of 2009. */
const BULGARIAN: LetterTable = {
  ...ICAO,
  х: 'H',
  щ: 'SHT',
  ъ: 'A',
  ь: 'Y',
  ю: 'YU',
  я: 'YA',
  й: 'Y',
};

/** Serbia's and North Macedonia's own Latin letters, marks dropped. */
const SERBIAN: LetterTable = {
  ...ICAO,
  ж: 'Z',
  х: 'H',
  ц: 'C',
  ч: 'C',
  ш: 'S',
  ђ: 'DJ',
  ћ: 'C',
  џ: 'DZ',
  ѓ: 'GJ',
  ќ: 'KJ',
  ј: 'J',
};

function practices(word: string): readonly LetterTable[] {
  if (/[ђћљњџјѓќѕ]/.test(word)) return [SERBIAN, ICAO, ENGLISH];
  if (/[іїєґў]/.test(word)) return [UKRAINIAN, ENGLISH, SCHOLARLY];
  if (/[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]/.test(word)) return [BULGARIAN, ICAO, ENGLISH];
  return [ENGLISH, ICAO, SCHOLARLY];
}

/** A Cyrillic word in Latin letters, the likeliest practice first. */
export function cyrillicForms(word: string): string[] {
  return practices(word).map((table) => {
    const first = table === SCHOLARLY ? AT_FIRST[word[0] ?? ''] : undefined;
    return first === undefined ? transcribe(word, table) : first + transcribe(word.slice(1), table);
  });
}
