import { printName } from '../../../core/domain/mrz/print_name.ts';
import type { Culture, WholeName } from './cultures/culture.ts';

/** A name as the reader hands it over: what stood in the 39 characters of a passport's name field. */
export interface MrzName {
  readonly surname: string;
  readonly givenNames: string;
  readonly nameTruncated: boolean;
}

const FIELD = 39;

/** ICAO 9303-3 section 6: the first choice for letters that are more than a letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  ı: 'I',
};

function letters(text: string, culture: Culture): string {
  return text
    .normalize('NFC')
    .replace(/[ÄÅÆÖØŒÜßÞÐĐŁı]/g, (letter) => culture.mrzLetters?.[letter] ?? LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/['’]/g, '')
    .replace(/-/g, ' ')
    .replace(/[^A-Z ]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** The letters that a passport prints for a name, before they are cut to the field. */
export function mrzLetters(name: WholeName, culture: Culture): WholeName {
  return { surname: letters(name.surname, culture), givenNames: letters(name.givenNames, culture) };
}

/** Whether the name is longer than its field. */
export function overlong(name: WholeName): boolean {
  return `${name.surname}<<${name.givenNames}`.length > FIELD;
}

/** Prints the letters into the field and reads them again; a letter in the last place means that the name may be cut. */
export function throughTheField(name: WholeName): MrzName {
  const field = printName(name.surname, name.givenNames, FIELD);
  const [surname = '', givenNames = ''] = field.replace(/<+$/, '').split('<<');
  const plain = (text: string) => text.replace(/</g, ' ').trim();
  return { surname: plain(surname), givenNames: plain(givenNames), nameTruncated: !field.endsWith('<') };
}
