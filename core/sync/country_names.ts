import countries from 'i18n-iso-countries';

/** Names that lists use and ISO 3166 writes otherwise, or that have no ISO code (9303-3 section 5 gives one). */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'korea, north': 'PRK',
  'north korea': 'PRK',
  dprk: 'PRK',
  'korea, south': 'KOR',
  'south korea': 'KOR',
  'congo, democratic republic of the': 'COD',
  'congo, republic of the': 'COG',
  burma: 'MMR',
  'the gambia': 'GMB',
  'cabo verde': 'CPV',
  'cape verde': 'CPV',
  palestinian: 'PSE',
  'palestinian authority': 'PSE',
  'west bank': 'PSE',
  kosovo: 'RKS',
  macau: 'MAC',
  macedonia: 'MKD',
  'macedonia, the former yugoslav republic of': 'MKD',
  'north macedonia, the republic of': 'MKD',
  'the bahamas': 'BHS',
  bahamas: 'BHS',
  "cote d'ivoire": 'CIV',
  'ivory coast': 'CIV',
  turkey: 'TUR',
  turkiye: 'TUR',
  swaziland: 'SWZ',
  'czech republic': 'CZE',
  'vatican city': 'VAT',
  'micronesia, federated states of': 'FSM',
  stateless: 'XXA',
  syria: 'SYR',
  moldova: 'MDA',
  "democratic people's republic of korea": 'PRK',
  'united kingdom of great britain and northern ireland': 'GBR',
  'iran (islamic republic of)': 'IRN',
  'the former yugoslav republic of macedonia': 'MKD',
  // Lists write the people too: `Afghan passport`, nationality `Pakistani`.
  afghan: 'AFG',
  algerian: 'DZA',
  british: 'GBR',
  french: 'FRA',
  german: 'DEU',
  indonesian: 'IDN',
  iranian: 'IRN',
  iraqi: 'IRQ',
  italian: 'ITA',
  kuwaiti: 'KWT',
  libyan: 'LBY',
  moroccan: 'MAR',
  pakistani: 'PAK',
  qatari: 'QAT',
  russian: 'RUS',
  'saudi arabian': 'SAU',
  somali: 'SOM',
  tunisian: 'TUN',
  yemeni: 'YEM',
};

/** The ICAO three-letter code of a country by its English name, or null. */
export function countryCode(name: string): string | null {
  const plain = name.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const known = OTHER_NAMES[plain.toLowerCase()] ?? countries.getAlpha3Code(plain, 'en');
  if (known) return known;
  // `Bahrain (citizenship revoked)`, `possibly Palestinian`
  const bare = plain.replace(/ ?\(.*$|^possibly /gi, '');
  return bare === plain || bare === '' ? null : countryCode(bare);
}

/** The same for the issuer of a document; XXX where it is not said or not known. */
export function issuerCode(name: string | undefined): string {
  return (name && countryCode(name)) || 'XXX';
}

/** Codes in use beside ISO 3166 alpha-2. */
const OTHER_ALPHA_2: Readonly<Record<string, string>> = { xk: 'RKS', zz: 'XXX' };

/** The ICAO three-letter code for an ISO two-letter one in small letters, also of a part of a country (`gb-sct`), or null. */
export function countryCodeOfAlpha2(code: string): string | null {
  const country = code.trim().toLowerCase().split('-')[0] ?? '';
  return OTHER_ALPHA_2[country] ?? countries.alpha2ToAlpha3(country.toUpperCase()) ?? null;
}
