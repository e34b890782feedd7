import { BIRTH_CODE, type BirthDateCode, nearestBirthDate } from './birth_evidence.ts';
import { type Differing, differing } from './differing.ts';
import { lookAlikeNumbers } from './documents/look_alike_numbers.ts';
import type { EntryDocument, MatchReasonCode, ScreeningQuery, WatchlistEntry } from './entry.ts';
import { foldIssuer, foldNumber } from './fold.ts';
import { bestNameEvidence, compareNames } from './name_evidence.ts';
import { writtenName } from './names/written_name.ts';
import { prepareNames, queryName } from './prepared_query.ts';

export type ComparedField = 'NAME' | 'BIRTH_DATE' | 'SEX' | 'NATIONALITY' | 'PERSONAL_NUMBER' | 'DOCUMENT_NUMBER';
export type FieldResult = 'SAME' | 'SIMILAR' | 'DIFFERENT' | 'NO_DATA';

/** One line of the view in which an officer compares the person with a list entry. */
export interface FieldComparison {
  readonly field: ComparedField;
  /** A number that names one person or document: weightier than the rest. */
  readonly strong: boolean;
  readonly person: string | null;
  readonly entry: string | null;
  readonly result: FieldResult;
  /** Why it is SIMILAR, or how it differs. */
  readonly note: MatchReasonCode | null;
  readonly differing: Differing;
}

function line(
  field: ComparedField,
  person: string | undefined,
  entry: string | undefined,
  result: FieldResult,
  note: MatchReasonCode | null,
): FieldComparison {
  const known = person !== undefined && person !== '' && entry !== undefined && entry !== '';
  return {
    field,
    strong: field === 'PERSONAL_NUMBER' || field === 'DOCUMENT_NUMBER',
    person: person || null,
    entry: entry || null,
    result: known ? result : 'NO_DATA',
    note: known ? note : null,
    differing: known && result !== 'SAME' ? differing(person, entry) : { person: [], entry: [] },
  };
}

/** Names from this similarity on are called similar. */
const SIMILAR_FROM = 0.5;

function compareName(query: ScreeningQuery, entry: WatchlistEntry): FieldComparison {
  const written = queryName(query);
  const persons = prepareNames(written, query.nameTruncated === true);
  const names = entry.names.flatMap((name) => prepareNames(writtenName(name)));
  const best = bestNameEvidence(persons, names);
  const first = entry.names[0];
  if (!best) return line('NAME', written, first && writtenName(first), 'DIFFERENT', null);
  if (best.code === 'NAME_EQUAL') return line('NAME', written, best.entry.written, 'SAME', best.code);
  const similar = compareNames([best.person], [best.entry]) >= SIMILAR_FROM;
  return line('NAME', written, best.entry.written, similar ? 'SIMILAR' : 'DIFFERENT', similar ? best.code : null);
}

function compareBirthDate(query: ScreeningQuery, entry: WatchlistEntry): FieldComparison {
  const { met, date } = nearestBirthDate(query.birthDate, entry);
  const code = BIRTH_CODE[met] as BirthDateCode;
  const results: Readonly<Record<typeof code, FieldResult>> = {
    BIRTH_DATE_EQUAL: 'SAME',
    BIRTH_DATE_PARTIAL: 'SIMILAR',
    BIRTH_DATE_SWAPPED: 'SIMILAR',
    BIRTH_DATE_NEAR: 'SIMILAR',
    BIRTH_DATE_DIFFERENT: 'DIFFERENT',
    BIRTH_DATE_UNKNOWN: 'NO_DATA',
  };
  return line('BIRTH_DATE', query.birthDate, date, results[code], code);
}

function compareNationality(query: ScreeningQuery, entry: WatchlistEntry): FieldComparison {
  const known = entry.nationalities ?? [];
  const person = query.nationality;
  const met = known.find((code) => foldIssuer(code) === foldIssuer(person ?? ''));
  if (met !== undefined) return line('NATIONALITY', person, met, 'SAME', 'NATIONALITY_EQUAL');
  return line('NATIONALITY', person, known.join(' '), 'DIFFERENT', 'NATIONALITY_DIFFERENT');
}

function withIssuer(number: string | undefined, issuer: string | undefined): string | undefined {
  if (!number) return undefined;
  return issuer ? `${foldIssuer(issuer)} ${foldNumber(number)}` : foldNumber(number);
}

function compareDocument(query: ScreeningQuery, entry: WatchlistEntry): FieldComparison {
  const documents = entry.documents ?? [];
  const person = foldNumber(query.documentNumber ?? '');
  const sameNumber = documents.filter((document) => foldNumber(document.number) === person);
  const sameBoth = sameNumber.find((document) => foldIssuer(document.issuer) === foldIssuer(query.issuer ?? ''));
  const alike = documents.find(
    ({ number, issuer }) =>
      lookAlikeNumbers(person, foldNumber(number)) && foldIssuer(issuer) === foldIssuer(query.issuer ?? ''),
  );
  const shown: EntryDocument | undefined = sameBoth ?? sameNumber[0] ?? alike ?? documents[0];
  const result = sameBoth ? 'SAME' : sameNumber.length > 0 || alike ? 'SIMILAR' : 'DIFFERENT';
  return line(
    'DOCUMENT_NUMBER',
    withIssuer(query.documentNumber, query.issuer),
    withIssuer(shown?.number, shown?.issuer),
    result,
    sameBoth ? 'DOCUMENT_EQUAL' : shown === alike && alike ? 'DOCUMENT_SIMILAR' : null,
  );
}

/** The person beside the entry, field by field, always all six and in this order. */
export function compareFields(query: ScreeningQuery, entry: WatchlistEntry): FieldComparison[] {
  const sameSex = query.sex === entry.sex;
  const samePersonalNumber = foldNumber(query.personalNumber ?? '') === foldNumber(entry.personalNumber ?? '');
  return [
    compareName(query, entry),
    compareBirthDate(query, entry),
    line('SEX', query.sex, entry.sex, sameSex ? 'SAME' : 'DIFFERENT', sameSex ? 'SEX_EQUAL' : 'SEX_DIFFERENT'),
    compareNationality(query, entry),
    line(
      'PERSONAL_NUMBER',
      query.personalNumber,
      entry.personalNumber,
      samePersonalNumber ? 'SAME' : 'DIFFERENT',
      samePersonalNumber ? 'PERSONAL_NUMBER_EQUAL' : null,
    ),
    compareDocument(query, entry),
  ];
}
