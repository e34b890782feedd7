/** Issuer and nationality codes of an MRZ (9303-3 section 5): ISO 3166-1 alpha-3 and what ICAO adds to it. */

import { classOf, FILLER, LETTER_CLASS } from './characters.ts';

/** How far a code can be relied on. `specimen` (UTO) never clears anybody. */
export type CountryCodeStatus = 'current' | 'deprecated' | 'non-standard' | 'specimen' | 'unknown';

/** ISO 3166-1 alpha-3 without DEU: Germany is `D` in an MRZ. */
const ISO_3166_1 = `
  ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
  BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
  CZE DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB
  GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ
  KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI
  MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN
  PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM
  SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI
  URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`;

/** Germany, the British kinds, Kosovo, EU, United Nations, organisations, and persons without a nationality. */
const ICAO_ADDITIONS = `
  D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XIM XCC XCE XCO XEC XPO XES XMP XOM XDC XXA XXB XXC XXX`;

/** Withdrawn, yet printed on documents that may still be shown. */
const DEPRECATED = 'ANT NTZ';

/** Seen at borders, or reserved for something that is not a travel document (IAO signs master lists). */
const NON_STANDARD = 'DEU ZIM ROM TMP XCT WSA XKX XKK IAO';

const STATUS = new Map<string, CountryCodeStatus>([['UTO', 'specimen']]);
function enter(codes: string, status: CountryCodeStatus): void {
  for (const code of codes.trim().split(/\s+/)) STATUS.set(code, status);
}
enter(ISO_3166_1, 'current');
enter(ICAO_ADDITIONS, 'current');
enter(DEPRECATED, 'deprecated');
enter(NON_STANDARD, 'non-standard');

const STATUSES: readonly CountryCodeStatus[] = ['unknown', 'current', 'deprecated', 'non-standard', 'specimen'];

// The same table by the three characters, for the parser: looking up a string it has just cut out costs much more.
const BY_CHARACTERS = new Uint8Array(27 ** 3);
for (const [code, status] of STATUS) {
  const padded = code.padEnd(3, '<');
  BY_CHARACTERS[indexOf(padded.charCodeAt(0), padded.charCodeAt(1), padded.charCodeAt(2))] = STATUSES.indexOf(status);
}

/** The place of three characters in the table, or -1 where one is neither letter nor filler. */
function indexOf(first: number, second: number, third: number): number {
  const a = ordinal(first);
  const b = ordinal(second);
  const c = ordinal(third);
  return a < 0 || b < 0 || c < 0 ? -1 : (a * 27 + b) * 27 + c;
}

function ordinal(code: number): number {
  if (code === FILLER) return 0;
  return classOf(code) === LETTER_CLASS ? code - 64 : -1;
}

/** The status of the code whose three characters begin at `codes[offset]`. */
export function countryCodeStatusAt(codes: Uint8Array, offset: number): CountryCodeStatus {
  const place = indexOf(codes[offset] ?? 0, codes[offset + 1] ?? 0, codes[offset + 2] ?? 0);
  return place < 0 ? 'unknown' : (STATUSES[BY_CHARACTERS[place] ?? 0] ?? 'unknown');
}

/** The status of a code as it stands in the MRZ with its end fillers taken off: `VNM`, `D`. */
export function countryCodeStatus(code: string): CountryCodeStatus {
  return STATUS.get(code) ?? 'unknown';
}

/** Every code of a status, in the order of the tables. */
export function countryCodes(status: CountryCodeStatus): readonly string[] {
  return [...STATUS].filter(([, each]) => each === status).map(([code]) => code);
}
