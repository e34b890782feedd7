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
};

/** The ICAO three-letter code of a country by its English name, or null. */
export function countryCode(name: string): string | null {
  const plain = name.trim().replace(/\.$/, '');
  return OTHER_NAMES[plain.toLowerCase()] ?? countries.getAlpha3Code(plain, 'en') ?? null;
}
