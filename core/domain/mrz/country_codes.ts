/** Issuer and nationality codes of an MRZ (9303-3 section 5): ISO 3166-1 alpha-3 and what ICAO adds to it. */

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

/** The status of a code as it stands in the MRZ with its end fillers taken off: `VNM`, `D`. */
export function countryCodeStatus(code: string): CountryCodeStatus {
  return STATUS.get(code) ?? 'unknown';
}

/** Every code of a status, in the order of the tables. */
export function countryCodes(status: CountryCodeStatus): readonly string[] {
  return [...STATUS].filter(([, each]) => each === status).map(([code]) => code);
}
