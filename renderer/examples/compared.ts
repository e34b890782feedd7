import type { HitView } from '../../contract/hit_view.ts';
import type { ClearanceView, DocumentView } from '../../contract/lane_view.ts';
import { NOW } from './base_views.ts';
import { CITIZEN, caseOf, LONG_NAME, shut } from './cases.ts';

const TRAVELLER: DocumentView = {
  ...CITIZEN,
  lines: ['PNVNMNGUYEN<<VAN<MAU<<<<<<<<<<<<<<<<<<<<<<<<', 'X0000452<6VNM8405081M3306194001084000452<<46'],
  number: 'X0000452',
  givenNames: 'VAN MAU',
  birthDate: '1984-05-08',
  age: [42, 42],
  sex: 'M',
  expiryDate: '2033-06-19',
  personalNumber: '001084000452',
};

type Field = HitView['fields'][number];
const field = (
  name: Field['field'],
  strong: boolean,
  result: Field['result'],
  person: string,
  entry: string | null,
  from = 0,
): Field => ({
  field: name,
  strong,
  person,
  entry,
  result,
  note: null,
  differing: {
    person: result === 'SAME' || entry === null ? [] : [[from, person.length]],
    entry: result === 'SAME' || entry === null ? [] : [[from, entry.length]],
  },
});

const RESEMBLES: HitView = {
  hit: 'exit-suspension:17',
  listKind: 'EXIT_SUSPENSION',
  list: 'exit-suspension',
  listVersion: '48211',
  listAsOf: NOW - 240_000,
  matchClass: 'POSSIBLE',
  score: 71,
  threshold: 65,
  why: [
    { code: 'NAME_EQUAL_WITHOUT_MARKS', points: 44, person: 'NGUYEN VAN MAU', entry: 'NGUYEN VAN MAU' },
    { code: 'BIRTH_DATE_SWAPPED', points: 21, person: '1984-05-08', entry: '1984-08-05' },
    { code: 'SEX_EQUAL', points: 6, person: 'M', entry: 'M' },
  ],
  fields: [
    field('NAME', false, 'SIMILAR', 'NGUYEN VAN MAU', 'NGUYỄN VĂN MẬU', 11),
    { ...field('BIRTH_DATE', false, 'SIMILAR', '1984-05-08', '1984-08-05', 5), note: 'BIRTH_DATE_SWAPPED' },
    field('SEX', false, 'SAME', 'M', 'M'),
    field('NATIONALITY', false, 'SAME', 'VNM', 'VNM'),
    field('PERSONAL_NUMBER', true, 'DIFFERENT', '001084000452', '001084000917', 9),
    field('DOCUMENT_NUMBER', true, 'DIFFERENT', 'X0000452', 'X0000310', 5),
  ],
  otherNames: [],
  authority: 'Cơ quan Mẫu',
  decision: '0123/QĐ-MẪU',
  decisionDate: '2025-03-12',
  legalGround: 'Đ. 36 nhóm 5',
  validTo: '2027-03-12',
  daysLeft: 110,
  personInformed: true,
  action: 'STOP',
  answer: null,
  answeredBy: null,
  confirmedBy: null,
  strongDifferences: 2,
  secondPerson: 'NOBODY',
  exclusion: null,
  rememberedUntil: '2027-05-21',
};

/** All that a list entry can hold at its longest, with too little to tell two people apart. */
const LONG: HitView = {
  ...RESEMBLES,
  matchClass: 'PROBABLE',
  fields: [
    field(
      'NAME',
      false,
      'SIMILAR',
      'WICKRAMASINGHE ARACHCHIGE SAMPLE PERERWMWMW',
      'WICKRAMASINGHE ARACHCHIGE SAMPLE PERERAWMWM',
      37,
    ),
    field('BIRTH_DATE', false, 'NO_DATA', '1968-02-29', null),
    field('SEX', false, 'SAME', 'M', 'M'),
    field('NATIONALITY', false, 'DIFFERENT', 'LKA', 'MDV'),
    field('PERSONAL_NUMBER', true, 'NO_DATA', '–', null),
    field('DOCUMENT_NUMBER', true, 'DIFFERENT', 'N7654321', 'M1234567', 0),
  ],
  authority: 'Cơ quan điều tra Mẫu, Tỉnh Ví Dụ',
  decision: '004512/2026/QĐ-MẪU-VÍ-DỤ',
  legalGround: 'Luật 49/2019, Đ. 36 khoản 5 nhóm thuế',
  strongDifferences: 1,
  secondPerson: 'SUPERVISOR',
};

/** The same personal number: nothing is left to doubt, and still the officer answers. */
const CERTAIN: HitView = {
  ...RESEMBLES,
  matchClass: 'CERTAIN',
  score: 100,
  threshold: 100,
  why: [{ code: 'PERSONAL_NUMBER_EQUAL', points: 100, person: '001084000452', entry: '001084000452' }],
  fields: [
    field('NAME', false, 'SAME', 'NGUYEN VAN MAU', 'NGUYEN VAN MAU'),
    field('BIRTH_DATE', false, 'SAME', '1984-05-08', '1984-05-08'),
    field('SEX', false, 'SAME', 'M', 'M'),
    field('NATIONALITY', false, 'SAME', 'VNM', 'VNM'),
    field('PERSONAL_NUMBER', true, 'SAME', '001084000452', '001084000452'),
    field('DOCUMENT_NUMBER', true, 'DIFFERENT', 'X0000452', 'X0000310', 5),
  ],
  strongDifferences: 1,
  secondPerson: 'SUPERVISOR',
};

function compared(document: DocumentView, hits: HitView[]): ClearanceView {
  const reason = 'LIST_HIT_POSSIBLE';
  const plain = caseOf(
    document,
    { LOCAL_LISTS: { state: 'UNDETERMINED', reason, severity: 'TO_RESOLVE' } },
    { hits, openPoints: [{ check: 'LOCAL_LISTS', severity: 'TO_RESOLVE', reason }], direction: 'DEPARTURE' },
  );
  return { ...plain, decisions: { ...plain.decisions, clear: shut('COMPARE_HITS') } };
}

/** An alias among many met, part by part, with things that speak against. */
const ALIASES: HitView = {
  ...RESEMBLES,
  hit: 'sanctions:4411',
  list: 'sanctions',
  listKind: 'SANCTIONS',
  why: [
    { code: 'NAME_PART_TRANSLITERATED', points: 18, person: 'WICKRAMASINGHE', entry: 'VIKRAMASINHA' },
    { code: 'NAME_PART_MISSPELT', points: 12, person: 'ARACHCHIGE', entry: 'ARACHCHIGEY' },
    { code: 'NAME_PART_EQUAL', points: 10, person: 'SAMPLE', entry: 'SAMPLE' },
    { code: 'NAME_PART_INITIAL', points: 4, person: 'PERERWMWMW', entry: 'P' },
    { code: 'NAME_PART_ONLY_ENTRY', points: -3, person: null, entry: 'MOHOTTALAGE' },
    { code: 'BIRTH_DATE_NEAR', points: 8, person: '1968-02-29', entry: '1968-03-01' },
    { code: 'SEX_DIFFERENT', points: -10, person: 'M', entry: 'F' },
    { code: 'NATIONALITY_EQUAL', points: 5, person: 'LKA', entry: 'LKA' },
  ],
  fields: [
    field(
      'NAME',
      false,
      'SIMILAR',
      'WICKRAMASINGHE ARACHCHIGE SAMPLE PERERWMWMW',
      'VIKRAMASINHA MOHOTTALAGE ARACHCHIGEY SAMPLE P',
      0,
    ),
    field('BIRTH_DATE', false, 'SIMILAR', '1968-02-29', '1968-03-01', 5),
    field('SEX', false, 'DIFFERENT', 'M', 'F'),
    field('NATIONALITY', false, 'SAME', 'LKA', 'LKA'),
    field('PERSONAL_NUMBER', true, 'NO_DATA', '–', null),
    field('DOCUMENT_NUMBER', true, 'DIFFERENT', 'N7654321', 'M1234567', 0),
  ],
  otherNames: Array.from({ length: 13 }, (_, at) => `VIKRAMASINHA ARACCHIGE SAMPLE ${at + 2}`),
  authority: 'Cơ quan điều tra Mẫu, Tỉnh Ví Dụ',
  legalGround: 'Luật 49/2019, Đ. 36 khoản 5 nhóm thuế',
  validTo: null,
  daysLeft: null,
  personInformed: null,
  strongDifferences: 1,
  secondPerson: 'SUPERVISOR',
  rememberedUntil: null,
};

const EARLIER = {
  decidedAt: NOW - 9 * 86_400_000,
  decidedBy: '0412',
  confirmedBy: null,
  lastDay: '2027-05-12',
} as const;
const APART: HitView = { ...RESEMBLES, exclusion: { ...EARLIER, standing: 'HOLDS' } };
const APART_BY_TWO: HitView = {
  ...CERTAIN,
  hit: 'wanted:9',
  list: 'wanted',
  listKind: 'WANTED',
  exclusion: { ...EARLIER, confirmedBy: '0301', standing: 'HOLDS' },
};

/** A case in which every entry was told apart before: open, and quiet about it. */
function toldApart(hits: HitView[]): ClearanceView {
  const reason = 'LIST_EXCLUDED_EARLIER';
  const changed = { LOCAL_LISTS: { reason, severity: 'INFORMATION' } } as const;
  const openPoints = [{ check: 'LOCAL_LISTS', severity: 'INFORMATION', reason }] as const;
  return caseOf(TRAVELLER, changed, { hits, openPoints: [...openPoints], direction: 'DEPARTURE' });
}

export const ONE_HIT = compared(TRAVELLER, [RESEMBLES]);
export const CERTAIN_HIT = compared(TRAVELLER, [CERTAIN]);
export const TWO_HITS = compared(TRAVELLER, [
  RESEMBLES,
  { ...RESEMBLES, hit: 'wanted:9', list: 'wanted', listKind: 'WANTED' },
]);
export const THREE_HITS = compared(TRAVELLER, [
  APART,
  { ...RESEMBLES, hit: 'wanted:9', list: 'wanted', listKind: 'WANTED', validTo: '2026-11-22', daysLeft: 0 },
  { ...CERTAIN, hit: 'entry-ban:2', answer: 'DIFFERENT', answeredBy: '0412', confirmedBy: '0301' },
]);
export const LONG_HIT = compared(LONG_NAME, [LONG]);
export const ALIAS_HIT = compared(LONG_NAME, [ALIASES]);
export const CHANGED_HIT = compared(TRAVELLER, [
  { ...RESEMBLES, exclusion: { ...EARLIER, confirmedBy: '0301', standing: 'ENTRY_CHANGED' } },
]);
export const TOLD_APART = toldApart([APART]);
export const BOTH_TOLD_APART = toldApart([APART_BY_TWO, APART]);
