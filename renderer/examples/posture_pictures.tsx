import type { PostureOrderView, PostureProfileView, PostureView } from '../../contract/posture_view.ts';
import type { BoothView } from '../../contract/session.ts';
import elevated from '../../resources/postures/elevated.json' with { type: 'json' };
import event from '../../resources/postures/event.json' with { type: 'json' };
import normal from '../../resources/postures/normal.json' with { type: 'json' };
import { PostureScreen } from '../posture/posture_screen.tsx';
import { NOW, REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';
import { AT_DESK } from './incident_views.ts';

const HOUR = 3_600_000;
const HEAD: NonNullable<BoothView['signedIn']> = {
  ...REST.officer,
  number: '0200',
  displayName: 'Ngô Thị Đơn Vị',
  roles: ['head-of-unit'],
};
const order = (change: Partial<PostureOrderView>): PostureOrderView => ({
  id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0010',
  number: 'A07-2026-0003',
  profile: 'ELEVATED',
  from: NOW - HOUR,
  until: NOW + 2 * HOUR,
  reason: 'Đoàn khách cấp cao',
  event: null,
  setBy: '0200',
  setAt: NOW - HOUR,
  ended: null,
  ...change,
});
const EVENT_ORDER = order({
  id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0011',
  number: 'A07-2026-0004',
  profile: 'EVENT',
  from: NOW + 24 * HOUR,
  until: NOW + 72 * HOUR,
  event: {
    name: 'Hội nghị thượng đỉnh các nước trong khu vực lần thứ mười hai',
    place: 'Trung tâm Hội nghị Mẫu',
    nationalities: ['UTO', 'XXA'],
    flights: ['XZ417', 'XZ418'],
  },
});
const ENDED = [
  order({
    id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0012',
    number: 'A07-2026-0002',
    from: NOW - 9 * HOUR,
    ended: { at: NOW - 5 * HOUR, by: null, reason: null },
  }),
  order({
    id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0013',
    number: 'A07-2026-0001',
    profile: 'EPIDEMIC',
    from: NOW - 30 * HOUR,
    ended: { at: NOW - 20 * HOUR, by: '0200', reason: 'hết dịch' },
  }),
];
const PROFILES = [normal, elevated, event] as unknown as PostureProfileView[];
const VIEW: PostureView = {
  now: NOW,
  present: { profile: 'ELEVATED', until: NOW + 2 * HOUR, since: NOW - HOUR, others: [] },
  orders: [order({}), EVENT_ORDER],
  history: ENDED,
  profiles: PROFILES,
};
const at =
  (view: PostureView | null, dialog?: 'set' | 'end'): DeskPictures[string] =>
  (client) => (
    <PostureScreen
      booth={{ ...AT_DESK, ...(view === null ? {} : { posture: view.present }) }}
      me={HEAD}
      client={client}
      view={view}
      close={() => {}}
      opening={dialog === undefined ? {} : { dialog }}
    />
  );
const NORMAL = { profile: 'NORMAL', until: null, since: NOW, others: [] } as const;

/** What each state of posture_states.ts shows. */
export const POSTURE_PICTURES: DeskPictures = {
  posture: at(VIEW),
  'posture-loading': at(null),
  'posture-normal': at({ ...VIEW, present: { ...NORMAL, others: [] }, orders: [], history: [] }),
  'posture-planned': at({ ...VIEW, present: { ...NORMAL, others: [] }, orders: [EVENT_ORDER] }),
  'posture-several': at({
    ...VIEW,
    present: {
      profile: 'FALLBACK',
      until: null,
      since: NOW,
      others: [
        { profile: 'EVENT', until: NOW + HOUR },
        { profile: 'ELEVATED', until: NOW + HOUR },
      ],
    },
  }),
  'posture-set': at(VIEW, 'set'),
  'posture-end': at(VIEW, 'end'),
};
