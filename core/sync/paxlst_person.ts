import type { Passenger } from '../domain/travel/advance.ts';
import { textAt } from './edifact_interchange.ts';
import type { Segment } from './edifact_segments.ts';
import { birthDay } from './paxlst_dates.ts';

/** Kinds of document that open a border, the best first (DOC, data element 1001): passports, then identity and crew papers. */
const DOCUMENTS = ['P', 'PP', 'PT', 'PS', 'PD', 'PO', 'I', 'IP', 'A', 'C', 'AC', 'IN', 'F'];
const VISA = 'V';
const COUNTRY = /^[A-Z]{3}$/;
const LONGEST_NUMBER = 35;

/** Countries with one letter in the MRZ are sent as they stand there or padded. */
const country = (text: string): string | null => {
  const code = text === 'D' ? 'DEU' : text;
  return COUNTRY.test(code) ? code : null;
};

interface Document {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string | null;
}

/** The documents of one person with the segments that follow each (DTM+36, LOC+91). */
function documentsOf(segments: readonly Segment[]): Document[] {
  const found: Document[] = [];
  for (const [place, segment] of segments.entries()) {
    if (segment.tag !== 'DOC') continue;
    const rest = segments.slice(place + 1);
    const next = rest.findIndex(({ tag }) => tag === 'DOC');
    const its = next < 0 ? rest : rest.slice(0, next);
    const issuer = its.find((one) => one.tag === 'LOC' && textAt(one, 0) === '91');
    const number = textAt(segment, 1).toUpperCase();
    found.push({
      kind: textAt(segment, 0),
      number,
      issuer: issuer === undefined ? null : country(textAt(issuer, 1)),
    });
  }
  return found;
}

/** One person of a list, or why it is none. `day` is the flight's, for years of two digits. */
export function paxlstPerson(segments: readonly Segment[], kind: Passenger['kind'], day: string): Passenger | string {
  const [name] = segments;
  if (name === undefined) return 'NAME_MISSING';
  const surname = textAt(name, 3, 0);
  // Given names stand in the second component, a middle name in the third.
  const givenNames = [textAt(name, 3, 1), textAt(name, 3, 2)].filter(Boolean).join(' ');
  if (surname === '') return 'NAME_MISSING';
  const qualified = (tag: string, qualifier: string) =>
    segments.find((one) => one.tag === tag && textAt(one, 0) === qualifier);
  const reference = (qualifier: string) => {
    const found = qualified('RFF', qualifier);
    return (found === undefined ? '' : textAt(found, 0, 1)) || null;
  };
  const born = qualified('DTM', '329');
  const birthDate = born === undefined ? null : birthDay(textAt(born, 0, 1), textAt(born, 0, 2), day);
  if (born !== undefined && birthDate === null) return 'BIRTH_DATE_WRONG';
  const nation = qualified('NAT', '2');
  const nationality = nation === undefined ? null : country(textAt(nation, 1));
  if (nation !== undefined && nationality === null) return 'NATIONALITY_WRONG';
  const documents = documentsOf(segments);
  const rank = ({ kind: one }: Document) => DOCUMENTS.indexOf(one) + 1 || DOCUMENTS.length + 1;
  const document = documents.filter((one) => one.kind !== VISA).sort((a, b) => rank(a) - rank(b))[0];
  if (document !== undefined && !/^[A-Z0-9 /-]+$/.test(document.number)) return 'DOCUMENT_NUMBER_WRONG';
  if ((document?.number.length ?? 0) > LONGEST_NUMBER) return 'DOCUMENT_NUMBER_TOO_LONG';
  if (document === undefined && birthDate === null) return 'NOTHING_TO_KNOW_THE_PERSON_BY';
  return {
    kind,
    holder: {
      surname,
      givenNames,
      birthDate,
      nationality,
      documentNumber: document?.number ?? null,
      issuer: document?.issuer ?? null,
    },
    seat: reference('SEA'),
    locator: reference('AVF'),
    reference: reference('ABO'),
    visa: documents.find((one) => one.kind === VISA)?.number ?? null,
  };
}
