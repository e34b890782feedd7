import { z } from 'zod';
import { ROLES } from '../core/domain/access/role.ts';
import { CHECK_IDS, type CheckId, REASON_CODES } from '../core/domain/clearance/check.ts';
import { CONFIRMERS } from '../core/domain/clearance/confirmed_facts.ts';
import { STAMP_RULES } from '../core/domain/clearance/stamp_order.ts';
import { REFUSAL_DECIDERS } from '../core/domain/entry/rules.ts';
import { REFUSAL_EVIDENCE } from '../core/domain/refusal/file.ts';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { SECOND_LINE_OUTCOMES } from '../core/domain/second_line/file.ts';
import { factsView } from './facts_view.ts';
import { hitView } from './hit_view.ts';
import { lawView } from './law_view.ts';
import { demandView, presentPosture } from './posture_view.ts';

/** What an officer's window shows of the lane: one object, sent whole on every change. The page holds no truth of its own. */

export const reasonCode = z.enum(REASON_CODES);
const checkId = z.enum(CHECK_IDS as readonly CheckId[] as [CheckId, ...CheckId[]]);
export const direction = z.enum(['ARRIVAL', 'DEPARTURE']);
export const listAge = z.enum(['FRESH', 'AGED', 'EXPIRED']);

export const laneName = z.object({
  id: z.string(),
  gate: z.object({ vi: z.string(), en: z.string() }),
  training: z.boolean(),
  /** IANA name of the gate's own time: every clock on the screen shows it, whatever the machine is set to. */
  timeZone: z.string(),
});

export const officerView = z.object({
  number: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  shift: z.enum(['1', '2', '3']),
  since: z.number(),
  /** The sign-in before this one, so that its owner notices a stranger's. */
  lastLogin: z.object({ at: z.number(), lane: z.string() }).nullable(),
});

export const listView = z.object({
  list: z.string(),
  kind: z.enum(LIST_KINDS),
  version: z.string(),
  entries: z.number(),
  /** Wall time (ms) at which the authority closed this copy; ages are counted from it. */
  asOf: z.number(),
  expiredAfterHours: z.number(),
  age: listAge,
});

/** The same words as `core/ports/device.ts`, which the contract must not know; the handlers' types hold them together. */
export const deviceKind = z.enum([
  'MRZ_READER',
  'CHIP_READER',
  'CODE_SCANNER',
  'CAMERA',
  'FINGERPRINT_READER',
  'GATE',
  'SIGNAL_LIGHT',
  'PRINTER',
]);

export const deviceView = z.object({
  kind: deviceKind,
  /** `none` = this lane has no such device yet. */
  state: z.enum(['absent', 'opening', 'ready', 'busy', 'lost', 'failed', 'closed', 'none']),
  since: z.number(),
  problem: z.string().nullable(),
});

export const documentView = z.object({
  format: z.string().nullable(),
  lines: z.array(z.string()),
  typedIn: z.boolean(),
  documentCode: z.string(),
  issuer: z.string(),
  number: z.string(),
  surname: z.string(),
  givenNames: z.string(),
  nameTruncated: z.boolean(),
  nationality: z.string(),
  /** YYYY-MM-DD, YYYY-MM, YYYY or empty when unknown. */
  birthDate: z.string(),
  /** Smallest and largest age that fit, or null. */
  age: z.tuple([z.number(), z.number()]).nullable(),
  /** Another reading of the century gives an age from 100 to 119. */
  centuryUncertain: z.boolean(),
  sex: z.enum(['M', 'F', 'X', '']),
  expiryDate: z.string(),
  personalNumber: z.string().nullable(),
  citizen: z.boolean(),
  problems: z.array(
    z.object({ code: z.string(), severity: z.enum(['error', 'warning']), field: z.string().nullable() }),
  ),
  corrections: z.array(z.object({ field: z.string(), read: z.string(), proposed: z.string() })),
});

export const checkView = z.object({
  check: checkId,
  /** WAITING = not begun; RUNNING = under way; else the final result. */
  state: z.enum([
    'WAITING',
    'RUNNING',
    'PASSED',
    'FAILED',
    'UNDETERMINED',
    'NOT_SUPPORTED',
    'NOT_PERFORMED',
    'ABORTED',
  ]),
  reason: reasonCode.nullable(),
  severity: z.enum(['NONE', 'INFORMATION', 'TO_RESOLVE', 'BLOCKING']),
  mandatory: z.boolean(),
  source: z.enum(['LOCAL', 'CENTRAL', 'DEVICE']),
  dataVersion: z.string().nullable(),
  durationMs: z.number().nullable(),
  /** Age in ms of the oldest list the result was judged by, where a list was asked. */
  dataAgeMs: z.number().nullable(),
});

/** Why a decision is closed; empty when it is open. The button shows the first. */
export const closedWhy = z.enum([
  'NO_CASE',
  'CHECKS_RUNNING',
  'COMPARE_HITS',
  'HIT_SAME_PERSON',
  'HIT_UNDECIDED',
  'CHECK_FAILED',
  'CHECK_UNDETERMINED',
  'NO_BASIS',
  'NOT_PERMITTED_TO_EXIT',
  'LAW_REFERS',
  'OVERSTAY_OPEN',
  'FACTS_MISSING',
  'NOT_FOR_CITIZENS',
  'NOT_AT_DEPARTURE',
  'POSTURE_DEMAND',
  'ALREADY_DECIDED',
]);
export const decisionView = z.object({
  open: z.boolean(),
  why: z.array(closedWhy),
  check: checkId.nullable(),
  remaining: z.number(),
});

export const clearanceView = z.object({
  id: z.string(),
  recordNumber: z.string(),
  phase: z.enum(['READING', 'CHECKING', 'REVIEW', 'CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED']),
  direction,
  openedAt: z.number(),
  resumed: z.boolean(),
  document: documentView.nullable(),
  checks: z.array(checkView),
  /** Milliseconds from the document until every check was final, or null. */
  checksTookMs: z.number().nullable(),
  hits: z.array(hitView),
  /** Everything open, most severe first: what Z3 shows and Alt+Down walks. */
  openPoints: z.array(
    z.object({
      check: checkId,
      severity: z.enum(['INFORMATION', 'TO_RESOLVE', 'BLOCKING']),
      reason: reasonCode.nullable(),
    }),
  ),
  decisions: z.object({
    clear: decisionView,
    refer: decisionView,
    proposeRefusal: decisionView,
    abandon: decisionView,
  }),
  /** Null until the rules were asked. */
  law: lawView.nullable(),
  /** The file of an overstay found here; Clear stays closed until it is settled. */
  overstay: z.object({ file: z.string(), state: z.enum(['OPEN', 'SETTLED', 'NOT_SETTLED']) }).nullable(),
  facts: factsView,
  /** What would go with a refusal proposed now, by itself. */
  evidence: z.array(z.enum(REFUSAL_EVIDENCE)),
  /** What the posture asks of this clearance beside the checks. */
  demands: z.array(demandView),
  notes: z.array(z.object({ text: z.string(), at: z.number(), by: z.string() })),
  /** Earlier crossings with this document on this booth, newest first. */
  history: z.array(z.object({ at: z.number(), direction, outcome: z.string() })),
});

export const lastDecision = z.object({
  recordNumber: z.string(),
  outcome: z.enum(['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED']),
  at: z.number(),
  seconds: z.number(),
  /** The journal entry that proves it. */
  journalSeq: z.number(),
});

/** A ground of refusal of the rule set in force (Law 47/2014/QH13 Art 21) with who decides on it (Art 22), and its source. */
export const refusalGround = z.object({
  ground: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  decider: z.enum(REFUSAL_DECIDERS),
  source: z.string(),
});

/** Something the officer should know that is no part of a case; shown in Z3 at rest. */
export const notice = z.object({
  code: z.enum([
    'NO_READ',
    'READER_GARBAGE',
    'READER_LOST',
    'DOCUMENT_UNREADABLE',
    'BUSY_WITH_CASE',
    /** A code was scanned before its document and waits for it. */
    'CODE_KEPT',
    'CODE_UNKNOWN',
    /** A code of a declaration that neither the booth nor the centre knows. */
    'CODE_NOT_FOUND',
    /** It points to a record that is verified online only; it is no document. */
    'CODE_VNEID',
    'STORE_FAILED',
    'STORE_SET_ASIDE',
    'LISTS_MISSING',
    /** A technician has taken the lane out of service: no document is taken. */
    'LANE_CLOSED',
    /** By order of an incident or a posture: no further document is taken. */
    'LANE_STOPPED',
    /** A technician tries other device settings for half a minute: no document is taken meanwhile. */
    'DEVICES_ON_TRIAL',
    /** The second line has ended a case of this lane; its outcome stands in the list of those referred. */
    'SECOND_LINE_CLOSED',
    /** The second line is free for the next person. */
    'SECOND_LINE_NEXT',
  ]),
  at: z.number(),
});

export const laneView = z.object({
  lane: laneName,
  direction,
  /** Booth's wall time when this was sent, ms. */
  now: z.number(),
  officer: officerView,
  posture: presentPosture,
  connection: z.object({ state: z.enum(['ONLINE', 'OFFLINE']), since: z.number() }),
  lists: z.array(listView),
  devices: z.array(deviceView),
  totals: z.object({ cleared: z.number(), referred: z.number(), medianSeconds: z.number().nullable() }),
  /** Whom this lane sent to the second line, and how far that has come. */
  referred: z.array(
    z.object({
      recordNumber: z.string(),
      at: z.number(),
      stage: z.enum(['QUEUED', 'TAKEN', 'CLOSED']),
      takenAt: z.number().nullable(),
      outcome: z.enum(SECOND_LINE_OUTCOMES).nullable(),
      closedAt: z.number().nullable(),
    }),
  ),
  backlog: z.number(),
  /** Set for the lane by its unit, or ordered while there is no network. */
  stamp: z.enum(STAMP_RULES),
  /** The order of the shift's leader that says so; null where the unit's setting does. */
  stampOrder: z.object({ rule: z.enum(STAMP_RULES), by: z.string(), at: z.number() }).nullable(),
  /** Who stands beside the officer for a visa that is granted at the gate. */
  visaAtGateBy: z.enum(CONFIRMERS),
  clearance: clearanceView.nullable(),
  lastDecision: lastDecision.nullable(),
  refusalGrounds: z.array(refusalGround),
  /** Refusals proposed at this lane that still wait for the head of unit, the longest waiting first. */
  proposals: z.array(
    z.object({ file: z.string(), number: z.string(), ground: z.number(), decider: z.enum(REFUSAL_DECIDERS) }),
  ),
  /** The paper that may be printed for the traveller now: of the open case, else of the one just decided. */
  paper: z.object({ kind: z.enum(['stay-calculation', 'permitted-until']), clearance: z.string() }).nullable(),
  notice: notice.nullable(),
  /** This officer's silent call is written down: the shift number stands in another weight. */
  called: z.boolean(),
});

export type LaneView = z.infer<typeof laneView>;
export type ClearanceView = z.infer<typeof clearanceView>;
export type CheckView = z.infer<typeof checkView>;
export type DocumentView = z.infer<typeof documentView>;
export type DecisionView = z.infer<typeof decisionView>;
