import type { ClearanceView, DocumentView, HitView } from '../../contract/lane_view.ts';
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
  authority: 'Cơ quan Mẫu',
  decision: '0123/QĐ-MẪU',
  legalGround: 'Đ. 36 nhóm 5',
  validTo: '2027-03-12',
  personInformed: true,
  action: 'STOP',
  answer: null,
  strongDifferences: 2,
  differentAllowed: true,
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
  differentAllowed: false,
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
  differentAllowed: false,
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

export const ONE_HIT = compared(TRAVELLER, [RESEMBLES]);
export const CERTAIN_HIT = compared(TRAVELLER, [CERTAIN]);
export const TWO_HITS = compared(TRAVELLER, [
  RESEMBLES,
  { ...RESEMBLES, hit: 'wanted:9', list: 'wanted', listKind: 'WANTED' },
]);
export const LONG_HIT = compared(LONG_NAME, [LONG]);
