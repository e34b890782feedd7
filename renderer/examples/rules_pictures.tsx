import type { RulesView } from '../../contract/rules_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { Opening } from '../rules/opening.ts';
import { RulesScreen } from '../rules/rules_screen.tsx';
import { LOCKED, NOW, REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';

const me: NonNullable<BoothView['signedIn']> = {
  ...REST.officer,
  number: '0666',
  displayName: 'Vũ Thị Danh Mục',
  roles: ['watchlist-admin'],
};
const booth: BoothView = { ...LOCKED, signedIn: me };

const NEXT = {
  version: '31e92f2ddc0c2954',
  signedBy: 'Cục Quản lý xuất nhập cảnh (mẫu)',
  issued: NOW - 86_400_000,
  base: null,
};

const VIEW: RulesView = {
  inForce: {
    version: '25df454e1f679a6f',
    signedBy: 'Cục Quản lý xuất nhập cảnh (mẫu)',
    issued: NOW - 40 * 86_400_000,
    base: null,
    put: { at: NOW - 39 * 86_400_000, by: '0666', second: '0200' },
  },
  before: { version: '0c11a2b3c4d5e6f7', signedBy: null, issued: null, base: null },
  waiting: [NEXT],
  problem: null,
  tables: [
    { table: 'unilateralExemptions', rows: 9, today: 8, coming: [{ day: '2028-08-15', begin: 0, end: 7 }] },
    {
      table: 'treatyExemptions',
      rows: 21,
      today: 20,
      coming: [
        { day: '2026-12-01', begin: 1, end: 1 },
        { day: '2027-06-30', begin: 0, end: 2 },
      ],
    },
    { table: 'visaKinds', rows: 20, today: 20, coming: [] },
    { table: 'cards', rows: 7, today: 7, coming: [] },
    { table: 'refusalGrounds', rows: 9, today: 9, coming: [] },
    { table: 'exitSuspensions', rows: 15, today: 15, coming: [] },
    { table: 'overstayTiers', rows: 12, today: 6, coming: [] },
    { table: 'gates', rows: 4, today: 4, coming: [] },
  ],
  openPoints: [
    { name: 'countEntryDay', value: 'true' },
    { name: 'tourismVisaThirtyDays', value: 'false' },
    { name: 'fineDecree', value: 'FOUND' },
    { name: 'simplifiedBeforeRule', value: 'false' },
    { name: 'electronicVisaExitGate', value: 'false' },
    { name: 'wrongGateGround', value: '1' },
  ],
  laneSettings: [
    { name: 'lane.state', value: 'VNM' },
    { name: 'lane.gateKind', value: 'airport' },
    { name: 'lane.timeZone', value: 'Asia/Ho_Chi_Minh' },
    { name: 'travel.gate', value: 'NONE' },
    { name: 'travel.electronicVisaGate', value: 'BY_LIST' },
    { name: 'law.sameDocumentMinutes', value: '30' },
  ],
  rehearsal: null,
  order: null,
  mayChange: true,
};

const REHEARSED: NonNullable<RulesView['rehearsal']> = {
  id: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a11',
  version: NEXT.version,
  phase: 'DONE',
  by: '0666',
  read: 1_000_000,
  total: 1_000_000,
  startedAt: NOW - 44_000,
  endedAt: NOW,
  sums: {
    read: 1_000_000,
    notComparable: 2,
    same: 978_112,
    otherRules: 14_003,
    differ: 7_883,
    changes: [
      { from: 'clear', to: 'clear', count: 6_120 },
      { from: 'clear', to: 'propose-refusal', count: 1_504 },
      { from: 'clear', to: 'overstay-procedure', count: 259 },
    ],
    reasons: [
      { reason: 'LEGAL_NO_VISA', come: 1_504, gone: 0 },
      { reason: 'LEGAL_OVERSTAY', come: 259, gone: 0 },
    ],
    nationalities: [
      { nationality: 'FRA', count: 4_312 },
      { nationality: 'DEU', count: 2_201 },
      { nationality: 'UTO', count: 1_370 },
    ],
  },
  found: [
    {
      recordNumber: 'A07-000412',
      day: '2026-11-21',
      direction: 'arrival',
      nationality: 'FRA',
      old: { outcome: 'clear', stayUntil: '2027-01-04', tier: null, decider: null, reasons: [] },
      new: {
        outcome: 'propose-refusal',
        stayUntil: null,
        tier: null,
        decider: 'HEAD_OF_UNIT',
        reasons: ['LEGAL_NO_VISA'],
      },
      why: [
        {
          table: 'unilateralExemptions',
          old: { id: 'unilateral.45.fra', act: 'Resolution 44/NQ-CP (7 Mar 2025)', article: 'Art. 1' },
          new: { id: 'unilateral.45.fra', act: 'Resolution 44/NQ-CP (7 Mar 2025)', article: 'Art. 1' },
          terms: [{ name: 'to', old: '2028-03-14', new: '2026-11-20' }],
        },
      ],
    },
    {
      recordNumber: null,
      day: '2026-11-20',
      direction: 'arrival',
      nationality: 'DEU',
      old: { outcome: 'clear', stayUntil: '2027-01-03', tier: null, decider: null, reasons: [] },
      new: { outcome: 'clear', stayUntil: '2026-12-19', tier: null, decider: null, reasons: [] },
      why: [
        {
          table: 'unilateralExemptions',
          old: { id: 'unilateral.45.deu', act: 'Resolution 44/NQ-CP (7 Mar 2025)', article: 'Art. 1' },
          new: { id: 'unilateral.45.deu.30', act: 'Resolution 44/NQ-CP (7 Mar 2025)', article: 'Art. 1' },
          terms: [
            { name: 'days', old: '45', new: '30' },
            { name: 'purpose', old: 'ANY', new: 'TOURISM' },
          ],
        },
        { table: 'openPoints', old: null, new: null, terms: [{ name: 'countEntryDay', old: 'true', new: 'false' }] },
      ],
    },
  ],
  problem: null,
};

const ORDER: NonNullable<RulesView['order']> = {
  id: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a12',
  what: 'ACTIVATE',
  version: NEXT.version,
  orderedBy: '0666',
  orderedAt: NOW,
  phase: 'WAITING',
  endedBy: null,
  problem: null,
};

const rules =
  (changed: Partial<RulesView> | null, opening: Opening = {}): DeskPictures[string] =>
  (client) => (
    <RulesScreen
      booth={booth}
      me={me}
      client={client}
      close={() => {}}
      view={changed === null ? null : { ...VIEW, ...changed }}
      opening={opening}
    />
  );

/** What the states of rules_states.ts show. */
export const RULES_PICTURES: DeskPictures = {
  'rules-loading': rules(null),
  'rules-tables': rules({}),
  'rules-product': rules({ inForce: { ...NEXT, signedBy: null, issued: null, put: null }, waiting: [], before: null }),
  'rules-none': rules({ inForce: null, waiting: [], before: null, tables: [], openPoints: [] }),
  'rules-problem': rules({ problem: 'RULES_DAMAGED' }),
  'rules-reader': rules({ mayChange: false }),
  'rules-rows': rules(
    {},
    {
      tab: 'rows',
      rows: [
        {
          id: 'unilateral.45.fra',
          from: '2025-03-15',
          to: '2028-03-14',
          standing: 'IN_FORCE',
          act: 'Resolution 44/NQ-CP (7 Mar 2025)',
          article: 'Art. 1',
          mark: 'TEXT',
          terms: [
            { name: 'nationalities', value: 'DEU FRA ITA ESP GBR RUS JPN KOR DNK SWE NOR FIN BLR' },
            { name: 'days', value: '45' },
            { name: 'purpose', value: 'ANY' },
            { name: 'minValidityMonths', value: '6' },
          ],
        },
        {
          id: 'unilateral.30',
          from: '2027-01-01',
          to: null,
          standing: 'COMING',
          act: 'Resolution 229/NQ-CP',
          article: 'Art 1',
          mark: 'OPEN',
          terms: [{ name: 'days', value: '30' }],
        },
        {
          id: 'unilateral.15',
          from: '2015-07-01',
          to: '2023-08-14',
          standing: 'PAST',
          act: 'Resolution 46/NQ-CP',
          article: 'Art 1',
          mark: 'SECOND',
          terms: [{ name: 'days', value: '15' }],
        },
      ],
    },
  ),
  'rules-rehearse': rules({}, { tab: 'rehearsal', version: NEXT.version }),
  'rules-rehearsing': rules(
    { rehearsal: { ...REHEARSED, phase: 'RUNNING', read: 385_000, sums: null, found: [], endedAt: null } },
    { tab: 'rehearsal', version: NEXT.version },
  ),
  'rules-rehearsed': rules({ rehearsal: REHEARSED }, { tab: 'rehearsal', version: NEXT.version }),
  'rules-rehearsed-same': rules(
    {
      rehearsal: {
        ...REHEARSED,
        sums: {
          read: 1_000_000,
          notComparable: 0,
          same: 1_000_000,
          otherRules: 0,
          differ: 0,
          changes: [],
          reasons: [],
          nationalities: [],
        },
        found: [],
      },
    },
    { tab: 'rehearsal', version: NEXT.version },
  ),
  'rules-incoming': rules(
    {},
    {
      tab: 'incoming',
      files: [
        { file: 'quy-tac-2026-12.rules', bytes: 98_120, writtenAt: NOW - 600_000 },
        { file: 'quy-tac-cu.rules', bytes: 97_400, writtenAt: NOW - 90_000_000 },
      ],
    },
  ),
  'rules-incoming-none': rules({}, { tab: 'incoming', files: [] }),
  'rules-waits': rules({ order: ORDER, rehearsal: REHEARSED }),
  'rules-confirm': rules({ order: ORDER, rehearsal: REHEARSED }, { confirming: true }),
  'rules-confirm-untried': rules({ order: { ...ORDER, what: 'RETURN' } }, { confirming: true }),
  'rules-failed': rules({ order: { ...ORDER, phase: 'FAILED', endedBy: '0200', problem: 'SIGNATURE_WRONG' } }),
};
