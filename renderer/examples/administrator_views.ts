import type { ListChange, SearchAnswer, ToldApart, WatchlistView } from '../../contract/watchlist_view.ts';
import { NOBODY } from '../administrator/asked_person.ts';
import type { IncomingAnswer } from '../administrator/use_incoming.ts';
import type { Search } from '../administrator/use_search.ts';
import { FRESH_LISTS, NOW, OLD_LISTS, REST } from './base_views.ts';
import { LONG_HIT, ONE_HIT } from './compared.ts';

type List = WatchlistView['lists'][number];
const HOUR = 3_600_000;
/** As wide as the booth takes them. */
const LONGEST_LIST = 'Danh-sach-cam-nhap-canh-va-tam-hoan-xuat-canh-2026-ban-day-du'.slice(0, 60);
const LONGEST_VERSION = '9f86d081884c7d659a2feaa0c55ad015';

const inService = (list: WatchlistView['lists'][number] | (typeof FRESH_LISTS)[number], by: string | null): List => ({
  agedAfterHours: 12,
  discreet: false,
  importedAt: list.asOf + 60_000,
  importedBy: by,
  signedBy: null,
  state: 'IN_SERVICE',
  persons: 12_300,
  documentsOnly: 45,
  bytes: 8_211_004,
  sequence: null,
  lastDeltaAt: null,
  ...list,
});
const DISCREET: List = {
  ...inService({ ...FRESH_LISTS[0], list: 'discreet', kind: 'DISCREET' } as List, '0667'),
  discreet: true,
};

/** The administrator's window at rest. */
export const LISTS: WatchlistView = {
  lane: REST.lane,
  now: NOW,
  administrator: { ...REST.officer, number: '0666', displayName: 'Vũ Thị Danh Mục', roles: ['watchlist-admin'] },
  posture: REST.posture,
  connection: REST.connection,
  lists: [DISCREET, ...FRESH_LISTS.map((list, place) => inService(list, place % 2 === 0 ? '0666' : null))],
  problem: null,
  change: null,
};
export const LISTS_OLD: WatchlistView = { ...LISTS, lists: OLD_LISTS.map((list) => inService(list, '0666')) };
export const LISTS_LONG: WatchlistView = {
  ...LISTS,
  lists: Array.from({ length: 14 }, (_, place) => ({
    ...inService(FRESH_LISTS[place % 4] as List, '12345678'),
    list: `${LONGEST_LIST.slice(0, 58)}${place}`,
    version: LONGEST_VERSION,
    entries: 140_000_000,
    signedBy: 'Cục Quản lý xuất nhập cảnh, Bộ Công an nước Cộng hoà Ví Dụ',
    state: place % 3 === 0 ? 'PREPARING' : place % 3 === 1 ? 'NEEDS_RELOAD' : 'IN_SERVICE',
    sequence: 123_456,
    lastDeltaAt: NOW - HOUR,
  })),
};

const CHANGE: ListChange = {
  id: '7b0d2c1e-64a5-4f0e-9f29-0c4a51d9b0a1',
  what: 'IMPORT',
  list: 'wanted',
  kind: 'WANTED',
  file: 'wanted-2026-11-22.jsonl',
  exception: false,
  signedBy: null,
  orderedBy: '0666',
  orderedAt: NOW - 45_000,
  phase: 'BUILDING',
  progress: { read: 412_500, rejected: 3, rowsPerSecond: 18_300, share: 0.41, secondsLeft: 33 },
  comparison: null,
  problem: null,
  endedBy: null,
  endedAt: null,
};
const COMPARISON: NonNullable<ListChange['comparison']> = {
  oldVersion: '48211',
  newVersion: LONGEST_VERSION,
  oldEntries: 12_345,
  newEntries: 12_402,
  added: 80,
  changed: 14,
  removed: 23,
  manyRemoved: false,
  rejectedCount: 3,
  rejected: [
    { line: 17, reason: 'NOT_JSON' },
    { line: 1_204, reason: 'FIELD:documents.0.issuer' },
    { line: 12_405, reason: 'DUPLICATE_ID' },
  ],
};
export const BUILDING = CHANGE;
export const CHECKING: ListChange = { ...CHANGE, phase: 'CHECKING' };
export const READY: ListChange = { ...CHANGE, phase: 'READY', comparison: COMPARISON };
export const HALF_GONE: ListChange = {
  ...READY,
  list: LONGEST_LIST,
  exception: true,
  file: `${'Bản sao danh sách rất dài '.repeat(7)}.jsonl`,
  comparison: {
    ...COMPARISON,
    oldEntries: 140_000_000,
    newEntries: 70_000_000,
    removed: 70_000_080,
    manyRemoved: true,
    rejectedCount: 1_204_377,
    rejected: Array.from({ length: 200 }, (_, place) => ({
      line: 9_000_000 + place,
      reason: 'FIELD:names.0.givenNames',
    })),
  },
};
export const RETURN: ListChange = {
  ...CHANGE,
  what: 'RETURN',
  file: null,
  phase: 'READY',
  progress: null,
  comparison: { ...COMPARISON, added: 0, changed: 0, removed: 0, rejectedCount: 0, rejected: [] },
};
export const DONE: ListChange = { ...READY, phase: 'DONE', endedBy: '0667', endedAt: NOW };
export const DISCARDED: ListChange = { ...READY, phase: 'DISCARDED', endedBy: '0666', endedAt: NOW };
export const FAILED: ListChange = { ...CHANGE, phase: 'FAILED', problem: 'LIST_FORMAT', endedAt: NOW };

export const FILES: IncomingAnswer = {
  files: [
    { name: 'wanted-2026-11-22.jsonl', bytes: 48_211_004, writtenAt: NOW - HOUR },
    { name: 'sdn.csv', bytes: 3_512_877, writtenAt: NOW - 30 * HOUR },
    { name: `${'Bản sao danh sách rất dài '.repeat(7)}.jsonl`, bytes: 312, writtenAt: NOW - 60 * HOUR },
  ],
  formats: [
    { format: 'jsonl', list: 'LOCAL', kind: 'OTHER', saysItself: false },
    { format: 'ofac-csv', list: 'OFAC-SDN', kind: 'SANCTIONS', saysItself: false },
    { format: 'package', list: '', kind: 'OTHER', saysItself: true },
  ],
};
export const NO_FILES: IncomingAnswer = { ...FILES, files: [] };

const TYPED = { ...NOBODY, name: 'Nguyễn Văn Mẫu', birthDate: '1984', nationality: 'VNM' };
const found = (hit: (typeof ONE_HIT.hits)[number] | undefined, discreet = false): SearchAnswer['hits'][number] => {
  if (hit === undefined) throw new Error('no example of an entry');
  return {
    ...hit,
    discreet,
    action: discreet ? 'DISCREET' : hit.action,
    names: [hit.fields[0]?.entry ?? '–', 'NGUYEN VAN MAU', 'Nguyễn Mẫu Văn'],
    birthDates: ['1984-05-08', '1985'],
    birthPlace: 'Tỉnh Mẫu A',
    documents: [
      { number: 'X0000310', issuer: 'VNM', status: null },
      { number: 'LD1234567', issuer: 'FRA', status: 'STOLEN' },
    ],
    validFrom: '2024-03-12',
    note: 'Ghi chú mẫu của cơ quan. '.repeat(6),
  };
};
const FOUND: SearchAnswer = {
  hits: [found(ONE_HIT.hits[0]), { ...found(LONG_HIT.hits[0], true), hit: 'discreet/D9' }],
  found: 2,
  lists: 5,
  tookMs: 1.8,
};
const search = (part: Partial<Search>): Search => ({
  typed: TYPED,
  asked: TYPED,
  running: false,
  answer: null,
  error: null,
  chosen: 0,
  ...part,
});
export const SEARCHING = search({ running: true });
export const FOUND_TWO = search({ answer: FOUND });
export const FOUND_LONG = search({
  chosen: 1,
  answer: {
    ...FOUND,
    found: 3_120,
    hits: Array.from({ length: 50 }, (_, place) => ({ ...found(LONG_HIT.hits[0], true), hit: `discreet/D${place}` })),
  },
});
export const FOUND_NONE = search({
  typed: { ...TYPED, name: 'Wickramasinghe Arachchige Sample Perera Nguyễn Thị Ví Dụ' },
  asked: { ...TYPED, name: 'Wickramasinghe Arachchige Sample Perera Nguyễn Thị Ví Dụ', sex: 'F' },
  answer: { hits: [], found: 0, lists: 5, tookMs: 0.4 },
});
export const SEARCH_WRONG = search({ asked: null, error: { id: 'admin.search.DATE_UNREADABLE' } });

const APART: ToldApart = {
  id: '5f0c1d5e-9d11-4a52-8a3c-6f1f0d6b7a10',
  list: 'exit-suspension',
  entry: 'TH-0000310',
  matchClass: 'POSSIBLE',
  decidedAt: NOW - 30 * HOUR,
  decidedBy: '0412',
  confirmedBy: null,
  lastDay: '2027-11-21',
  runOut: false,
};
export const DECISIONS: readonly ToldApart[] = [
  APART,
  { ...APART, id: '5f0c1d5e-9d11-4a52-8a3c-6f1f0d6b7a11', matchClass: 'CERTAIN', confirmedBy: '0301' },
  { ...APART, id: '5f0c1d5e-9d11-4a52-8a3c-6f1f0d6b7a12', lastDay: '2026-11-01', runOut: true },
  {
    ...APART,
    id: '5f0c1d5e-9d11-4a52-8a3c-6f1f0d6b7a13',
    list: LONGEST_LIST,
    entry: 'NK-'.repeat(60),
    decidedBy: '12345678',
    confirmedBy: '87654321',
  },
];
