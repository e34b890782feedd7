import type {
  AdvanceView,
  ExpectedPeopleView,
  ExpectedPerson,
  FlightView,
  ImportView,
  TakingView,
} from '../../contract/advance_view.ts';
import type { DropFile } from '../advance/use_drop_folder.ts';
import { NOW } from './base_views.ts';

const HOUR = 3_600_000;

const flight = (place: number): FlightView => ({
  id: place + 1,
  number: `XZ${400 + place}`,
  from: place % 3 === 2 ? 'XZB' : 'XZA',
  to: place % 3 === 2 ? 'XZA' : 'XZB',
  departs: `2026-11-22T${String(5 + (place % 14)).padStart(2, '0')}:10`,
  arrives: `2026-11-22T${String(7 + (place % 14)).padStart(2, '0')}:35`,
  direction: place % 3 === 2 ? 'DEPARTURE' : 'ARRIVAL',
  passengers: 120 + ((place * 37) % 190),
  crew: 8,
  came: Math.max(0, 117 - place * 31),
  over: false,
  asOf: NOW - 2 * HOUR,
});
export const FLIGHTS: readonly FlightView[] = Array.from({ length: 50 }, (_, place) => flight(place));

const summary = (more: Partial<NonNullable<ImportView['summary']>> = {}) => ({
  ...{ flights: 1, read: 183, added: 183, changed: 0, removed: 0, rejectedCount: 0, rejected: [] },
  ...more,
});
const LAST: ImportView = {
  file: 'XZ400_20261122.edi',
  form: 'passengers-paxlst',
  by: '0301',
  at: NOW - 2 * HOUR,
  problem: null,
  summary: summary(),
};
export const COUNT_WRONG = { fault: 'COUNT_WRONG', unit: 'segment', place: 2_614, word: 'CNT_COUNT_WRONG' } as const;

export const ADVANCE: AdvanceView = {
  now: NOW,
  noShowHours: 3,
  airport: 'XZB',
  centre: true,
  mayBring: true,
  maySeePeople: true,
  copies: [
    { copy: 'PASSENGERS', records: 612_340, asOf: NOW - 2 * HOUR, last: LAST },
    {
      ...{ copy: 'VISAS', records: 1_204_518, asOf: NOW - 31 * HOUR },
      last: {
        ...LAST,
        ...{ file: 'thi_thuc_2026-11-21_ban_day_du_lan_2.jsonl.gz', form: 'visas', summary: null },
        problem: { fault: 'CUT_OFF', unit: 'line', place: 88_120, word: 'CUT_OFF' },
      },
    },
    { copy: 'DECLARATIONS', records: 48_112, asOf: NOW - 20 * 60_000, last: null },
    { copy: 'CENTRE', records: 3_418, asOf: NOW - 40_000, last: null },
  ],
  listed: 3_214,
  total: 3_214,
  offset: 0,
  flights: [...FLIGHTS],
  problem: null,
  taking: null,
};

export const TAKING: TakingView = {
  ...LAST,
  id: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a21',
  at: NOW - 9_000,
  phase: 'TAKING',
  bytes: 148_000_000,
  size: 391_000_000,
  summary: null,
};
export const DONE: TakingView = {
  ...TAKING,
  phase: 'DONE',
  summary: summary({
    added: 176,
    changed: 4,
    rejectedCount: 3,
    rejected: [
      { line: 214, reason: 'BIRTH_DATE_WRONG' },
      { line: 608, reason: 'NOTHING_TO_KNOW_THE_PERSON_BY' },
      { line: 1_109, reason: 'holder.documentNumber WRONG' },
    ],
  }),
};

const NAMES = [
  ['WICKRAMASINGHE ARACHCHIGE', 'SAMPLE PERERWMWMW'],
  ['NGUYEN', 'THI VI DU'],
  ['SAMPLESON', 'LARS TEST'],
  ['EXEMPLE', 'CLAIRE MARIE'],
] as const;
const COUNTRIES = ['LKA', 'VNM', 'NOR', 'FRA'];

const person = (place: number): ExpectedPerson => ({
  surname: NAMES[place % 4]?.[0] ?? '',
  givenNames: NAMES[place % 4]?.[1] ?? '',
  birthDate: place === 3 ? null : `19${60 + place}-05-06`,
  nationality: COUNTRIES[place % 4] ?? null,
  documentNumber: `XZ${7_654_321 + place}`,
  seat: place % 5 === 4 ? null : `${10 + place}A`,
  locator: `XZEX${String(place).padStart(2, '0')}`,
  cameAt: null,
});
export const PEOPLE: ExpectedPeopleView = {
  number: 'XZ400',
  at: NOW - 30_000,
  total: 23,
  offset: 0,
  people: Array.from({ length: 23 }, (_, place) => person(place)),
};

export const FILES: readonly DropFile[] = [
  { name: 'XZ417_20261122.edi', bytes: 48_112, writtenAt: NOW - 240_000 },
  { name: `danh_sach_hanh_khach_${'chuyen_bay_dai_'.repeat(8)}.edi.gz`, bytes: 391_000_000, writtenAt: NOW - HOUR },
  { name: 'visas-2026-11-22.jsonl', bytes: 812, writtenAt: NOW - 3 * HOUR },
];
