import type { DocumentStatus, EntryDocument, WatchlistEntry } from '../../../core/domain/screening/entry.ts';

/** Invented documents, a different one at every place, the same in every run. */

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Germany prints neither vowels nor letters that resemble digits. */
const GERMAN = '0123456789CFGHJKLMNPRTVWXYZ';

interface Issuer {
  readonly issuer: string;
  /** The signs at each place of a number, in rising order. */
  readonly places: readonly string[];
  readonly numbers: number;
}

function issuer(code: string, ...places: string[]): Issuer {
  return { issuer: code, places, numbers: places.reduce((product, signs) => product * signs.length, 1) };
}

const running = (count: number, signs = DIGITS) => Array.from({ length: count }, () => signs);

/** Shapes of numbers such as these states print; where in life a state has several, one of them. */
export const ISSUERS: readonly Issuer[] = [
  issuer('CHN', 'E', LETTERS, ...running(7)),
  issuer('DEU', 'CFGHJKLMNPRTVWXYZ', ...running(8, GERMAN)),
  issuer('ESP', LETTERS, LETTERS, LETTERS, ...running(6)),
  issuer('FRA', ...running(2), LETTERS, LETTERS, ...running(5)),
  issuer('GBR', ...running(9)),
  issuer('IND', LETTERS, ...running(7)),
  issuer('ITA', 'Y', LETTERS, ...running(7)),
  issuer('JPN', 'MT', LETTERS, ...running(7)),
  issuer('KHM', 'N', ...running(8)),
  issuer('KOR', 'M', ...running(8)),
  issuer('LAO', 'P', LETTERS, ...running(7)),
  issuer('PHL', 'P', ...running(7), LETTERS),
  issuer('RUS', ...running(9)),
  issuer('THA', LETTERS, LETTERS, ...running(7)),
  issuer('USA', 'A', ...running(8)),
  issuer('VNM', 'BCEKNP', ...running(8)),
];

/** A prime that divides the number of numbers of no issuer: steps of it come to every number once. */
const STEP = 99_999_989;

/** The place of a document among all numbers of its issuer. */
export function rankOf(place: number): number {
  const { numbers } = issuerOf(place);
  const turn = Math.floor(place / ISSUERS.length);
  if (turn >= numbers) throw new Error('more documents than numbers');
  return (turn * (STEP % numbers)) % numbers;
}

export function issuerOf(place: number): Issuer {
  const found = ISSUERS[place % ISSUERS.length];
  if (!found) throw new Error('no such place');
  return found;
}

export function numberOf({ places }: Issuer, rank: number): string {
  let number = '';
  let rest = rank;
  for (let at = places.length - 1; at >= 0; at--) {
    const signs = places[at] ?? DIGITS;
    number = signs.charAt(rest % signs.length) + number;
    rest = Math.floor(rest / signs.length);
  }
  return number;
}

const STATUSES: readonly DocumentStatus[] = ['LOST', 'LOST', 'STOLEN', 'REVOKED', 'LOST', 'SINGLE_USE_SPENT', 'STOLEN'];

export function statusOf(place: number): DocumentStatus {
  return STATUSES[place % STATUSES.length] ?? 'LOST';
}

export function documentAt(place: number): EntryDocument {
  const of = issuerOf(place);
  return { number: numberOf(of, rankOf(place)), issuer: of.issuer };
}

/** Told by one of 40 offices, in a month of the last ten years: some ten thousand different reports. */
export function entryAt(place: number): WatchlistEntry {
  const month = Math.floor(place / 97) % 120;
  return {
    id: `SLD-${String(place).padStart(9, '0')}`,
    names: [],
    documents: [{ ...documentAt(place), status: statusOf(place) }],
    authority: `Office ${place % 40}`,
    validFrom: `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  };
}
