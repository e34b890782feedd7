import { flightNumber, type ListedFlight, type Passenger } from '../domain/travel/advance.ts';
import type { AdvanceRow, RejectedPlace } from './advance_rows.ts';
import { type EdifactMessage, edifactMessages, textAt } from './edifact_interchange.ts';
import { BrokenInterchange, type Segment } from './edifact_segments.ts';
import { flightMoment } from './paxlst_dates.ts';
import { paxlstPerson } from './paxlst_person.ts';

/**
 * Passenger and crew lists in UN/EDIFACT PAXLST as carriers send them (D.02B, D.05B and later; WCO/IATA/ICAO API Guidelines,
 * appendix on PAXLST): one flight a message, one group of segments from each NAD of a person.
 */

/** BGM, data element 1001, with what CNT must count: 42 passengers, 41 crew. */
const LISTS: Readonly<Record<string, { readonly kind: Passenger['kind']; readonly counted: string }>> = {
  '745': { kind: 'PASSENGER', counted: '42' },
  '250': { kind: 'CREW', counted: '41' },
};
/** NAD, data element 3035: passengers and crew, also those who travel on. MS and others are parties, not travellers. */
const PERSONS = ['FL', 'FM', 'DDU', 'DDT'];
/** Functions of a list (second element of BGM) that say something else than who is to come. */
const WHOLE_LIST = ['', '9'];

interface Parted {
  readonly head: readonly Segment[];
  readonly persons: readonly (readonly Segment[])[];
  readonly tail: readonly Segment[];
}

function parted(message: EdifactMessage): Parted {
  const head: Segment[] = [];
  const persons: Segment[][] = [];
  const tail: Segment[] = [];
  for (const segment of message.segments) {
    const begins = segment.tag === 'NAD' && PERSONS.includes(textAt(segment, 0));
    if (segment.tag === 'CNT' || tail.length > 0) tail.push(segment);
    else if (begins) persons.push([segment]);
    else (persons.at(-1) ?? head).push(segment);
  }
  return { head, persons, tail };
}

/** The flight of a message: number, first departure abroad or here, last arrival, and their local times. */
function flightOf(head: readonly Segment[], place: number): ListedFlight {
  const transport = head.find((segment) => segment.tag === 'TDT' && textAt(segment, 0) === '20');
  const written = transport === undefined ? '' : textAt(transport, 1);
  const carrier = transport === undefined ? '' : textAt(transport, 4);
  const number = flightNumber(written) ?? flightNumber(`${carrier}${written}`);
  if (number === null) throw new BrokenInterchange('NO_FLIGHT', transport?.place ?? place);
  const location = (qualifier: string) => head.find((one) => one.tag === 'LOC' && textAt(one, 0) === qualifier);
  const moment = (qualifier: string) => {
    const found = head.find((one) => one.tag === 'DTM' && textAt(one, 0) === qualifier);
    return found === undefined ? null : flightMoment(textAt(found, 0, 1), textAt(found, 0, 2));
  };
  const airport = (segment: Segment | undefined) => (segment === undefined ? '' : textAt(segment, 1)) || null;
  const departs = moment('189') ?? moment('232');
  if (departs === null) throw new BrokenInterchange('NO_FLIGHT_DATE', transport?.place ?? place);
  return { number, from: airport(location('125')), to: airport(location('87')), departs, arrives: moment('232') };
}

function checkCount(tail: readonly Segment[], qualifier: string, persons: number, place: number): void {
  const counted = tail.find((segment) => segment.tag === 'CNT' && textAt(segment, 0) === qualifier);
  // Some carriers leave it out (it is conditional); where it stands it must be right.
  if (counted !== undefined && Number(textAt(counted, 0, 1)) !== persons)
    throw new BrokenInterchange('CNT_COUNT_WRONG', counted.place || place);
}

function* rowsOf(message: EdifactMessage): Generator<AdvanceRow> {
  const { header } = message;
  if (textAt(header, 1) !== 'PAXLST') throw new BrokenInterchange('NOT_PAXLST', header.place);
  const { head, persons, tail } = parted(message);
  const begin = head.find(({ tag }) => tag === 'BGM');
  const list = begin === undefined ? undefined : LISTS[textAt(begin, 0)];
  if (begin === undefined || list === undefined || !WHOLE_LIST.includes(textAt(begin, 1)))
    throw new BrokenInterchange('LIST_KIND_UNKNOWN', begin?.place ?? header.place);
  checkCount(tail, list.counted, persons.length, header.place);
  const flight = flightOf(head, header.place);
  const passengers: Passenger[] = [];
  for (const segments of persons) {
    const person = paxlstPerson(segments, list.kind, flight.departs.slice(0, 10));
    if (typeof person === 'string') yield rejected(segments[0]?.place ?? header.place, person);
    else passengers.push(person);
  }
  // UNH S010: the number of this part where one list comes in several.
  const continues = Number(textAt(header, 3) || '1') > 1;
  yield { passengers: { flight, kind: list.kind, continues, passengers } };
}

const rejected = (line: number, reason: string): RejectedPlace => ({ rejected: { line, reason } });

/**
 * The rows of one interchange. A wrong person is rejected with the place of its first segment; anything wrong with envelopes,
 * counts or the flight refuses the whole (BrokenInterchange).
 */
export async function* paxlstRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<AdvanceRow> {
  for await (const message of edifactMessages(chunks)) yield* rowsOf(message);
}
