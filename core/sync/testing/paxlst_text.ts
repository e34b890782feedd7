import { type Segment, type ServiceCharacters, USUAL } from '../edifact_segments.ts';

/** Writes UN/EDIFACT for tests; every person is invented. */

const released = (text: string, signs: ServiceCharacters): string => {
  const special = new Set([signs.component, signs.element, signs.release, signs.terminator]);
  return [...text].map((sign) => (special.has(sign) ? `${signs.release}${sign}` : sign)).join('');
};

/** A segment as text with its terminator. */
export function segmentText({ tag, elements }: Pick<Segment, 'tag' | 'elements'>, signs = USUAL): string {
  const written = elements.map((element) => element.map((one) => released(one, signs)).join(signs.component));
  return [tag, ...written].join(signs.element) + signs.terminator;
}

/** The service string advice of these signs. */
export const adviceText = ({ component, element, release, terminator }: ServiceCharacters): string =>
  `UNA${component}${element}.${release} ${terminator}`;

export interface InventedPassenger {
  readonly surname: string;
  readonly givenNames: string;
  readonly number: string;
  /** YYMMDD. */
  readonly birth?: string;
  readonly locator?: string;
  readonly nationality?: string;
  readonly seat?: string;
}

const personSegments = (one: InventedPassenger): string[] => [
  `NAD+FL+++${one.surname}:${one.givenNames}+12 MAU STREET+EXAMPLE CITY'`,
  `ATT+2++F'`,
  `DTM+329:${one.birth ?? '920617'}'`,
  `MEA+CT++:1'`,
  `GEI+4+173'`,
  `FTX+BAG+++XZ123456'`,
  `LOC+178+AAA'`,
  `LOC+179+BBB'`,
  `NAT+2+${one.nationality ?? 'FRA'}'`,
  ...(one.locator === undefined ? [] : [`RFF+AVF:${one.locator}'`]),
  ...(one.seat === undefined ? [] : [`RFF+SEA:${one.seat}'`]),
  `DOC+P:110:111+${one.number}'`,
  `DTM+36:320114'`,
  `LOC+91+${one.nationality ?? 'FRA'}'`,
];

/** One interchange with one list of passengers of flight XZ417 (or crew), with right counts, a segment a line. */
export function paxlstText(
  people: readonly InventedPassenger[],
  {
    day = '261122',
    crew = false,
    flight = 'XZ417',
    segments = personSegments,
  }: { day?: string; crew?: boolean; flight?: string; segments?: typeof personSegments } = {},
): string {
  const body = [
    `UNH+M1+PAXLST:D:05B:UN:IATA+${flight}${day}+01:F'`,
    crew ? `BGM+250'` : `BGM+745'`,
    `NAD+MS+++MAU AIR DESK'`,
    `COM+000 000 000:TE'`,
    `TDT+20+${flight}+++XZ'`,
    `LOC+125+AAA'`,
    `DTM+189:${day}0610:201'`,
    `LOC+87+BBB'`,
    `DTM+232:${day}0835:201'`,
    ...people.flatMap((one) => segments(one).map((text) => (crew ? text.replace('NAD+FL', 'NAD+FM') : text))),
    `CNT+${crew ? '41' : '42'}:${people.length}'`,
  ];
  return [
    `UNA:+.? '`,
    `UNB+UNOA:4+XZAIR+BOOTH+${day}:0500+REF1++APIS'`,
    `UNG+PAXLST+XZAIR+BOOTH+${day}:0500+G1+UN+D:05B'`,
    ...body,
    `UNT+${body.length + 1}+M1'`,
    `UNE+1+G1'`,
    `UNZ+1+REF1'`,
    '',
  ].join('\n');
}

/** So many passengers with numbers of their own, two a booking. */
export const manyPassengers = (count: number): InventedPassenger[] =>
  Array.from({ length: count }, (_, place) => ({
    surname: 'EXEMPLE',
    givenNames: `PERSON ${place}`,
    number: `XZ${String(1_000_000 + place)}`,
    birth: `${String(50 + (place % 49)).padStart(2, '0')}0101`,
    locator: `BK${String(Math.floor(place / 2)).padStart(4, '0')}`,
  }));
