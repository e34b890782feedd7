import type { ShiftView } from '../../contract/shift.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { ShiftScreen } from '../shift/shift_screen.tsx';
import { LOCKED, NOW } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';

const MINUTE = 60_000;
const ME: DeskPageProps['me'] = {
  number: '0412',
  displayName: 'Trần Thị Mẫu',
  roles: ['officer'],
  shift: '2',
  since: NOW - 120 * MINUTE,
  lastLogin: null,
};
const page = (client: BoothClient): DeskPageProps => ({ booth: LOCKED, me: ME, client, close: () => {} });
const COUNTERS = { stampsFrom: 'A000101', stampsTo: 'A000200', forms: 20, seals: 5, receipts: 2 };
const SHIFT = {
  officer: '0412',
  displayName: 'Trần Thị Mẫu',
  shift: '2',
  startedAt: NOW - 120 * MINUTE,
  counters: COUNTERS,
} as const;
const item = (
  kind: ShiftView['items'][number]['kind'],
  subject: string,
  state: string,
  owner: string | null = null,
): ShiftView['items'][number] => ({
  id: `${kind}/${subject}`,
  kind,
  subject,
  state,
  owner,
  since: NOW - 30 * MINUTE,
  answer: null,
});
const ITEMS = [
  item('OPEN_CASE', 'A07-000412', 'REVIEW', '0412'),
  item('SECOND_LINE', 'A07-000409', 'TAKEN', '0377'),
  item('DEVICE', 'mrz', 'lost'),
  item('LIST', 'LOST_STOLEN', 'EXPIRED'),
  item('UNSYNCHRONISED', '37', 'WAITING'),
];
const NONE: ShiftView = { now: NOW, running: null, items: [], handOver: null, last: null };
const RUNNING: ShiftView = { ...NONE, running: { ...SHIFT, mine: true }, items: ITEMS };
const ANSWERED = ITEMS.map((one, place) => ({
  ...one,
  answer:
    place > 2
      ? null
      : { accepted: place !== 2, reason: place === 2 ? 'Kỹ thuật viên đang sửa, chưa nhận' : '', at: NOW - MINUTE },
}));
const HANDING: ShiftView = {
  ...RUNNING,
  items: ANSWERED,
  handOver: { openedAt: NOW, instructions: 'Giữ máy in ở làn 3. '.repeat(5), counters: COUNTERS, why: 'ITEMS_OPEN' },
};
const LAST: ShiftView['last'] = {
  ...SHIFT,
  number: 'A07-S00041',
  endedAt: NOW - 150 * MINUTE,
  to: '0413',
  report: {
    counts: [
      { direction: 'ARRIVAL', outcome: 'CLEARED', citizens: 88, foreigners: 143 },
      { direction: 'ARRIVAL', outcome: 'REFERRED', citizens: 1, foreigners: 6 },
    ],
    decided: 238,
    meanSeconds: 41,
    p95Seconds: 96,
    refusals: 1,
    hitsTrue: 2,
    hitsFalse: 5,
    overrides: 3,
    incidents: 0,
    downtimeMinutes: 12,
  },
};

const shown =
  (view: ShiftView): DeskPictures[string] =>
  (client) => <ShiftScreen {...page(client)} view={view} />;

/** Every picture of the shift, by name. */
export const SHIFT_PICTURES: DeskPictures = {
  'shift-none': shown({ ...NONE, last: LAST }),
  'shift-begin': shown(NONE),
  'shift-running': shown(RUNNING),
  'shift-handing-over': shown(HANDING),
  'shift-ready': shown({
    ...HANDING,
    handOver: { openedAt: NOW, instructions: '', counters: COUNTERS, why: null },
    items: ITEMS.map((one) => ({ ...one, answer: { accepted: true, reason: '', at: NOW } })),
  }),
  'shift-other': shown({ ...RUNNING, running: { ...SHIFT, officer: '0413', mine: false } }),
};
