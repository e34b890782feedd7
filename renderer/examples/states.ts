import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import type { TravellerView } from '../../contract/traveller.ts';
import type { Wire } from '../client/booth_client.ts';
import type { DialogName } from '../officer/dialogs/dialog_name.ts';
import type { Moment } from '../traveller/moment.ts';
import { ACCESS_EXAMPLES } from './access_states.ts';
import { ADMINISTRATOR_EXAMPLES, type AdministratorExample } from './administrator_states.ts';
import { ADVANCE_EXAMPLES } from './advance_states.ts';
import { AGED_LISTS, MANY_LISTS, NOW, OLD_LISTS, READER_LOST, REST } from './base_views.ts';
import { CITIZEN, caseOf, FOREIGNER, failedCase, LONG_NAME, shut, undeterminedCase } from './cases.ts';
import {
  ALIAS_HIT,
  BOTH_TOLD_APART,
  CERTAIN_HIT,
  CHANGED_HIT,
  LONG_HIT,
  ONE_HIT,
  THREE_HITS,
  TOLD_APART,
  TWO_HITS,
} from './compared.ts';
import { DECISIONS_EXAMPLES } from './decisions_states.ts';
import { INCIDENT_EXAMPLES } from './incident_states.ts';
import { LAW_EXAMPLES } from './law_states.ts';
import { PATTERNS_EXAMPLES } from './patterns_states.ts';
import { POSTURE_EXAMPLES } from './posture_states.ts';
import { REPLAY_EXAMPLES } from './replay_states.ts';
import { RULES_EXAMPLES } from './rules_states.ts';
import { SECOND_LINE_EXAMPLES } from './second_line_states.ts';
import { SHIFT_EXAMPLES } from './shift_states.ts';
import { TECHNICIAN_EXAMPLES, type TechnicianExample } from './technician_states.ts';

/** What the booth answers to every call, where it answers at all. */
type Refusal = { readonly code: string; readonly data: Record<string, unknown> };

/** One picture of a window. */
export type Example =
  | {
      readonly kind: 'lane';
      readonly lane: LaneView;
      readonly dialog?: DialogName;
      readonly overstayFile?: OverstayFileView;
      readonly refusal?: Refusal;
      /** Pressed before anyone looks. */
      readonly keys?: readonly string[];
    }
  | { readonly kind: 'login'; readonly booth?: Partial<BoothView>; readonly refusal?: Refusal }
  | { readonly kind: 'wire'; readonly wire: Wire }
  | { readonly kind: 'traveller'; readonly lane: TravellerView['lane'] | null; readonly moment: Moment }
  /**
   * A page of the desk. What it shows stands under the same name in desk_pictures.tsx: tests read this file, and no test
   * can read a style sheet. `askedBy`: the key that makes a booth that refuses answer.
   */
  | {
      readonly kind: 'desk';
      readonly refusal?: Refusal;
      readonly askedBy?: string;
      readonly keys?: readonly string[];
    }
  | AdministratorExample
  | TechnicianExample;

const lane = (changed: Partial<LaneView>, dialog?: DialogName): Example & { kind: 'lane' } => ({
  kind: 'lane',
  lane: { ...REST, ...changed },
  ...(dialog === undefined ? {} : { dialog }),
});

const traveller = (moment: Moment, training = false): Example => ({
  kind: 'traveller',
  lane: moment === 'lost' ? null : { id: 'A07', training },
  moment,
});

const CLEAR = caseOf(CITIZEN);
const WAITING = { reason: null, durationMs: null, dataAgeMs: null, dataVersion: null } as const;
const PROGRESS = caseOf(
  CITIZEN,
  { LOST_REVOKED: { ...WAITING, state: 'RUNNING' }, LOCAL_LISTS: { ...WAITING, state: 'WAITING' } },
  { phase: 'CHECKING', checksTookMs: null },
);
const FALLBACK: LaneView['posture'] = { profile: 'FALLBACK', until: null, since: NOW - 6_720_000, others: [] };
const OFFLINE = {
  posture: FALLBACK,
  connection: { state: 'OFFLINE', since: NOW - 6_720_000 },
  lists: AGED_LISTS,
  stamp: 'STAMP',
  backlog: 37,
} as const;
const AGED = { reason: 'LIST_COPY_AGED', severity: 'INFORMATION', dataAgeMs: 6_960_000 } as const;

/** Every state of the windows, by name. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  login: { kind: 'login' },
  'login-wrong': { kind: 'login', refusal: { code: 'LOGIN_WRONG', data: { attemptsLeft: 3 } } },
  'login-locked': { kind: 'login', refusal: { code: 'LOGIN_LOCKED', data: { until: NOW + 900_000 } } },
  'login-set-aside': {
    kind: 'login',
    booth: { devices: READER_LOST, lists: null, journal: { entries: 412, ok: false }, storeSetAside: true },
  },
  'login-lists-aged': {
    kind: 'login',
    booth: { lists: { age: 'AGED', oldestAsOf: NOW - 50_000_000, count: 4, aged: 3, expired: 0 } },
  },
  'login-lists-expired': {
    kind: 'login',
    booth: { lists: { age: 'EXPIRED', oldestAsOf: NOW - 100_000_000, count: 4, aged: 3, expired: 1 } },
  },
  ...ACCESS_EXAMPLES,
  restarting: { kind: 'wire', wire: 'lost' },
  refused: { kind: 'wire', wire: 'refused' },
  rest: lane({}),
  recorded: lane({
    lastDecision: { recordNumber: 'A07-000412', outcome: 'CLEARED', at: NOW, seconds: 24, journalSeq: 100_413 },
  }),
  'proposal-waits': lane({
    proposals: [{ file: 'file', number: 'A07-000412', ground: 7, decider: 'MINISTER_HEALTH' }],
    paper: { kind: 'permitted-until', clearance: 'case' },
  }),
  'no-read': lane({ notice: { code: 'NO_READ', at: NOW } }),
  'reader-lost': lane({ devices: READER_LOST }),
  'store-failed': lane({ notice: { code: 'STORE_FAILED', at: NOW } }),
  'list-expired': lane({ lists: OLD_LISTS }),
  'no-lists': lane({ lists: [] }),
  progress: lane({
    clearance: {
      ...PROGRESS,
      decisions: { ...PROGRESS.decisions, clear: shut('CHECKS_RUNNING', { remaining: 2 }) },
    },
  }),
  clear: lane({ clearance: CLEAR }),
  'clear-foreigner': lane({ clearance: caseOf(FOREIGNER, {}, { history: [] }) }),
  'refused-call': { ...lane({ clearance: CLEAR }), refusal: { code: 'DEVICE_FAILED', data: { code: 'PORT_LOST' } } },
  resumed: lane({ clearance: { ...CLEAR, resumed: true } }),
  busy: lane({ clearance: CLEAR, notice: { code: 'BUSY_WITH_CASE', at: NOW } }),
  'reader-lost-in-case': lane({ clearance: CLEAR, devices: READER_LOST, notice: { code: 'READER_LOST', at: NOW } }),
  hit: lane({ clearance: ONE_HIT, direction: 'DEPARTURE' }),
  'hit-certain': lane({ clearance: CERTAIN_HIT, direction: 'DEPARTURE' }),
  'two-hits': lane({ clearance: TWO_HITS, direction: 'DEPARTURE' }),
  'hit-long': lane({ clearance: LONG_HIT, direction: 'DEPARTURE' }),
  'hit-aliases': lane({ clearance: ALIAS_HIT, lists: MANY_LISTS }),
  'hit-changed': lane({ clearance: CHANGED_HIT, direction: 'DEPARTURE' }),
  'three-hits': lane({ clearance: THREE_HITS, direction: 'DEPARTURE' }),
  'second-person': lane({ clearance: CERTAIN_HIT, direction: 'DEPARTURE' }, 'second'),
  'call-heard': lane({ called: true }),
  evacuation: lane({
    posture: {
      profile: 'EVACUATION',
      until: NOW + 3_600_000,
      since: NOW,
      others: [{ profile: 'ELEVATED', until: NOW }],
    },
    notice: { code: 'LANE_STOPPED', at: NOW },
  }),
  'told-apart': lane({ clearance: TOLD_APART, direction: 'DEPARTURE' }),
  'told-apart-two': lane({
    clearance: BOTH_TOLD_APART,
    direction: 'DEPARTURE',
    lists: MANY_LISTS.filter((one) => one.age !== 'EXPIRED'),
  }),
  'told-apart-compared': { ...lane({ clearance: BOTH_TOLD_APART, direction: 'DEPARTURE' }), keys: ['F7'] },
  'told-apart-undo': { ...lane({ clearance: TOLD_APART, direction: 'DEPARTURE' }), keys: ['F7', 'Control+u'] },
  'many-lists': lane({ lists: MANY_LISTS }),
  'case-many-lists': lane({
    clearance: undeterminedCase(FOREIGNER, 'LOCAL_LISTS', 'LIST_COPY_EXPIRED'),
    lists: MANY_LISTS,
  }),
  'lists-missing': lane({ lists: [], notice: { code: 'LISTS_MISSING', at: NOW } }),
  offline: lane({ ...OFFLINE, clearance: caseOf(CITIZEN, { LOST_REVOKED: AGED, LOCAL_LISTS: AGED }) }),
  'offline-expired': lane({
    ...OFFLINE,
    lists: OLD_LISTS,
    clearance: undeterminedCase(FOREIGNER, 'LOCAL_LISTS', 'LIST_COPY_EXPIRED'),
  }),
  'lists-aged': lane({ lists: AGED_LISTS, clearance: caseOf(CITIZEN, { LOST_REVOKED: AGED, LOCAL_LISTS: AGED }) }),
  undetermined: lane({ clearance: undeterminedCase(FOREIGNER, 'VALIDITY', 'DOC_EXPIRY_UNREADABLE') }),
  expired: lane({ clearance: failedCase(LONG_NAME, 'VALIDITY', 'DOC_EXPIRED') }),
  specimen: lane({ clearance: failedCase(LONG_NAME, 'VALIDITY', 'DOC_SPECIMEN') }),
  'check-digit': lane({
    clearance: failedCase(
      {
        ...CITIZEN,
        problems: [{ code: 'CHECK_DIGIT', severity: 'error', field: 'documentNumber' }],
        corrections: [{ field: 'documentNumber', read: 'XO000001', proposed: 'X0000001' }],
      },
      'MRZ_CHECK_DIGITS',
      'DOC_CHECKDIGIT',
    ),
  }),
  'long-name': lane({
    clearance: caseOf(LONG_NAME, {}, { notes: [{ text: 'Ghi chú mẫu '.repeat(40), at: NOW, by: '0412' }] }),
  }),
  'refer-dialog': lane({ clearance: CLEAR }, 'refer'),
  'stamp-order': lane({ ...OFFLINE, clearance: CLEAR }, 'stamp'),
  'type-in': lane({}, 'type-in'),
  note: lane({ clearance: CLEAR }, 'note'),
  help: lane({}, 'help'),
  print: lane({ paper: { kind: 'permitted-until', clearance: 'case' } }, 'print'),
  'traveller-welcome': traveller('WELCOME'),
  'traveller-wait': traveller('WAIT'),
  'traveller-thanks': traveller('THANKS', true),
  'traveller-closed': traveller('CLOSED', true),
  'traveller-lost': traveller('lost'),
  ...LAW_EXAMPLES,
  ...ADMINISTRATOR_EXAMPLES,
  ...TECHNICIAN_EXAMPLES,
  ...DECISIONS_EXAMPLES,
  ...INCIDENT_EXAMPLES,
  ...POSTURE_EXAMPLES,
  ...PATTERNS_EXAMPLES,
  ...RULES_EXAMPLES,
  ...REPLAY_EXAMPLES,
  ...SECOND_LINE_EXAMPLES,
  ...SHIFT_EXAMPLES,
  ...ADVANCE_EXAMPLES,
};
