import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';

/** 22 November 2026, 08:42:17 at the gate. */
export const NOW = Date.UTC(2026, 10, 22, 1, 42, 17);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const list = (
  name: string,
  kind: LaneView['lists'][number]['kind'],
  minutes: number,
  age: LaneView['lists'][number]['age'] = 'FRESH',
): LaneView['lists'][number] => ({
  list: name,
  kind,
  version: '48211',
  entries: 12_345,
  asOf: NOW - minutes * MINUTE,
  expiredAfterHours: 24,
  age,
});

export const FRESH_LISTS = [
  list('exit-suspension', 'EXIT_SUSPENSION', 4),
  list('entry-ban', 'ENTRY_BAN', 4),
  list('wanted', 'WANTED', 4),
  list('lost-stolen', 'LOST_STOLEN', 12),
];
export const OLD_LISTS = [
  list('exit-suspension', 'EXIT_SUSPENSION', 116, 'AGED'),
  list('entry-ban', 'ENTRY_BAN', 116, 'AGED'),
  list('wanted', 'WANTED', 184, 'AGED'),
  list('lost-stolen', 'LOST_STOLEN', 26 * 60, 'EXPIRED'),
];
/** Every kind that may stand there at once, of every age. */
export const MANY_LISTS = [
  ...OLD_LISTS,
  list('revoked', 'REVOKED', 12),
  list('sanctions', 'SANCTIONS', 9 * 24 * 60, 'AGED'),
  list('health', 'HEALTH', 55),
];
export const AGED_LISTS = OLD_LISTS.filter((one) => one.age !== 'EXPIRED');

const since = NOW - 2 * HOUR;
export const DEVICES: LaneView['devices'] = [
  { kind: 'MRZ_READER', state: 'ready', since, problem: null },
  { kind: 'CHIP_READER', state: 'none', since, problem: null },
  { kind: 'CAMERA', state: 'none', since, problem: null },
  { kind: 'FINGERPRINT_READER', state: 'none', since, problem: null },
  { kind: 'PRINTER', state: 'none', since, problem: null },
];
export const READER_LOST: LaneView['devices'] = DEVICES.map((device) =>
  device.kind === 'MRZ_READER' ? { ...device, state: 'lost' } : device,
);

const NORMAL: LaneView['posture'] = { profile: 'NORMAL', until: null, since, others: [] };

const ORDERED_BY = { 7: 'MINISTER_HEALTH', 8: 'MINISTER_AGRICULTURE', 9: 'MINISTERS_SECURITY_DEFENCE' } as const;
const GROUNDS: LaneView['refusalGrounds'] = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((ground) => ({
  ground,
  decider: ground === 7 || ground === 8 || ground === 9 ? ORDERED_BY[ground] : 'HEAD_OF_UNIT',
  source: `Law 47/2014/QH13, Art. 21(1) no. ${ground}`,
}));

/** The lane between two travellers. */
export const REST: LaneView = {
  lane: {
    id: 'A07',
    gate: { vi: 'Cửa khẩu Mẫu 1 · sảnh đến', en: 'Gate Mẫu 1 · arrivals' },
    training: true,
    timeZone: 'Asia/Ho_Chi_Minh',
  },
  direction: 'ARRIVAL',
  now: NOW,
  officer: {
    number: '0412',
    displayName: 'Trần Thị Mẫu',
    roles: ['officer'],
    shift: '2',
    since,
    lastLogin: { at: since - 57_600_000, lane: 'A05' },
  },
  posture: NORMAL,
  connection: { state: 'ONLINE', since },
  lists: FRESH_LISTS,
  devices: DEVICES,
  totals: { cleared: 143, referred: 4, medianSeconds: 38 },
  referred: [
    { recordNumber: 'A07-000139', at: NOW - 160_000, stage: 'QUEUED', takenAt: null, outcome: null, closedAt: null },
    {
      recordNumber: 'A07-000121',
      at: NOW - 665_000,
      stage: 'TAKEN',
      takenAt: NOW - 300_000,
      outcome: null,
      closedAt: null,
    },
    {
      recordNumber: 'A07-000098',
      at: NOW - 2_052_000,
      stage: 'CLOSED',
      takenAt: NOW - 1_900_000,
      outcome: 'CLEARED',
      closedAt: NOW - 600_000,
    },
  ],
  backlog: 0,
  stamp: 'NONE',
  stampOrder: null,
  visaAtGateBy: 'headOfUnit',
  clearance: null,
  lastDecision: null,
  refusalGrounds: GROUNDS,
  proposals: [],
  paper: null,
  notice: null,
  called: false,
};

/** The booth before anyone has signed in. */
export const LOCKED: BoothView = {
  lane: REST.lane,
  direction: 'ARRIVAL',
  version: '0.1.0',
  now: NOW,
  connection: REST.connection,
  lists: { age: 'FRESH', oldestAsOf: NOW - 12 * MINUTE, count: 4, aged: 0, expired: 0 },
  journal: { entries: 100_412, ok: true },
  devices: DEVICES,
  posture: REST.posture,
  silentCall: { chord: [], heard: false },
  securityKeys: false,
  storeSetAside: false,
  openCase: true,
  demoOfficers: [
    { number: '0412', pin: '246810', role: 'officer' },
    { number: '0301', pin: '135791', role: 'supervisor' },
    { number: '0666', pin: '666000', role: 'watchlist-admin' },
    { number: '0667', pin: '667000', role: 'watchlist-admin' },
    { number: '0777', pin: '777000', role: 'auditor' },
    { number: '0901', pin: '909090', role: 'technician' },
  ],
  signedIn: null,
};
