import type { EntryDocument } from '../domain/screening/entry.ts';
import { countryCode } from './country_names.ts';
import { childrenOf, textOf, type XmlElement } from './xml_records.ts';

/**
 * The list writes a document as type, number and country, but often the number stands in a sentence of another field:
 * `Tunisian passport number L 191609 issued on 28 Feb. 1996`.
 */
const NUMBER_WORD = /(?:\bnumber|\bno\.?|\bcard)\s*[:.]?\s*(?:N°\s*)?(?=[A-Z]{0,3}[-\s]?\d)/i;
const AFTER_NUMBER = /\s*(?:[,;(“]|\bissued\b|\bexpir|\bunder\b|\bvalid\b).*$/is;
/** A number in the words of the list; the longest passport number of the field with its spaces and strokes. */
const NUMBER = /^[A-Z0-9][A-Z0-9 ./-]{2,29}$/i;

function numberIn(text: string): string | null {
  const place = NUMBER_WORD.exec(text);
  const said = (place ? text.slice(place.index + place[0].length) : text).replace(AFTER_NUMBER, '');
  if (!NUMBER.test(said)) return null;
  const number = said.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  // Words without a number before it: `Birth certificate`; a date: `issued in 1974`.
  return /\d{2}/.test(number) && !/[A-Z]{5}/.test(number) ? number : null;
}

/** Null for papers that no traveller lays on a reader. */
function kindOf(words: string): string | null {
  if (/birth certificate|driving|licen[cs]e|fiscal|social security|military|residen/i.test(words)) return null;
  if (/diplomatic/i.test(words)) return 'diplomatic-passport';
  if (/travel document|laissez/i.test(words)) return 'travel-document';
  return /passport|passeport|pasaporte/i.test(words) ? 'passport' : 'national-id';
}

/** The country that is said, or the people's name before the document: `Afghan passport number ...`; else not known. */
function issuerOf(document: XmlElement, texts: readonly string[]): string {
  const countries = [textOf(document, 'ISSUING_COUNTRY'), textOf(document, 'COUNTRY_OF_ISSUE')];
  const peoples = texts.map((text) => /^[A-Z][a-z]+(?= )/.exec(text)?.[0] ?? '');
  for (const name of [...countries, ...peoples]) {
    const code = name === '' ? null : countryCode(name);
    if (code) return code;
  }
  return 'XXX';
}

function unDocument(document: XmlElement): EntryDocument | null {
  const type = textOf(document, 'TYPE_OF_DOCUMENT');
  for (const field of ['NUMBER', 'TYPE_OF_DOCUMENT2', 'NOTE']) {
    const said = textOf(document, field);
    const number = numberIn(said);
    if (number === null) continue;
    const second = field === 'NOTE' ? '' : textOf(document, 'TYPE_OF_DOCUMENT2');
    const kind = kindOf(`${second} ${said} ${type}`);
    return kind ? { number, issuer: issuerOf(document, [said, second]), kind, status: 'LISTED' } : null;
  }
  return null;
}

/** The travel and identity documents of an individual that have a number. */
export function unDocuments(individual: XmlElement): EntryDocument[] {
  return childrenOf(individual, 'INDIVIDUAL_DOCUMENT')
    .map(unDocument)
    .filter((one) => one !== null);
}
