import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { FactsView } from '../../contract/facts_view.ts';
import type { ClearanceView, DocumentView, LaneView } from '../../contract/lane_view.ts';
import type { LawView } from '../../contract/law_view.ts';
import { AGED_LISTS, NOW, OLD_LISTS, REST } from './base_views.ts';
import { CITIZEN, caseOf, FOREIGNER, LONG_NAME, shut } from './cases.ts';
import {
  DOUBTFUL_JOURNEY,
  EXEMPT_LAW,
  JOURNEY,
  LAW,
  MISSING_LAW,
  NO_BASIS_LAW,
  OVERSTAY_FILE,
  OVERSTAY_LAW,
  SHORT_OVERSTAY_LAW,
  VISA_LAW,
} from './law_views.ts';

const OFFLINE = {
  posture: { profile: 'FALLBACK', until: null, since: NOW - 6_720_000, others: [] } satisfies LaneView['posture'],
  connection: { state: 'OFFLINE', since: NOW - 6_720_000 },
  stamp: 'STAMP',
  backlog: 37,
} as const;

const PASSED = { state: 'PASSED', reason: null } as const;

/** A case for which the law has answered. */
function judged(
  document: DocumentView,
  law: LawView,
  facts: FactsView = JOURNEY,
  more: Partial<ClearanceView> = {},
): ClearanceView {
  const open = law.outcome !== 'clear';
  const plain = caseOf(
    document,
    {
      ENTRY_CONDITIONS: open ? { state: 'FAILED', reason: null, severity: 'TO_RESOLVE' } : PASSED,
      PAIRING: PASSED,
    },
    { law, facts, history: [], evidence: ['DOCUMENT', 'CHECKS', 'BASES', 'VISA', 'DECLARATION', 'MOVEMENTS', 'NOTES'] },
  );
  const why = {
    clear: null,
    refer: law.reasons.length === 0 ? 'FACTS_MISSING' : 'LAW_REFERS',
    'overstay-procedure': 'OVERSTAY_OPEN',
    'propose-refusal': 'NO_BASIS',
    'not-permitted-to-exit': 'NOT_PERMITTED_TO_EXIT',
  } as const;
  const closed = why[law.outcome];
  return {
    ...plain,
    ...(closed === null
      ? {}
      : {
          openPoints: [{ check: 'ENTRY_CONDITIONS' as const, severity: 'TO_RESOLVE' as const, reason: null }],
          decisions: { ...plain.decisions, clear: shut(closed, { check: 'ENTRY_CONDITIONS' }) },
        }),
    ...more,
  };
}

const leaving = (clearance: ClearanceView): Partial<LaneView> => ({
  direction: 'DEPARTURE',
  clearance: {
    ...clearance,
    direction: 'DEPARTURE',
    decisions: { ...clearance.decisions, proposeRefusal: shut('NOT_AT_DEPARTURE') },
  },
});

const lane = (changed: Partial<LaneView>, keys: readonly string[] = []) =>
  ({ kind: 'lane', lane: { ...REST, ...changed }, keys }) as const;

/** An overstay whose file has come so far. */
const overstayAt = (changed: Partial<OverstayFileView>) => ({
  ...lane(
    leaving(judged(FOREIGNER, OVERSTAY_LAW, JOURNEY, { overstay: { file: OVERSTAY_FILE.number, state: 'OPEN' } })),
  ),
  overstayFile: { ...OVERSTAY_FILE, ...changed },
});

const CHILD: DocumentView = { ...FOREIGNER, givenNames: 'PETITE', birthDate: '2016-05-04', age: [10, 10] };

/** Every state of the law at the counter: bases, stay, facts, refusals, overstays. */
export const LAW_EXAMPLES = {
  'law-clear': lane({ clearance: judged(FOREIGNER, VISA_LAW) }),
  'law-basis': lane({ clearance: judged(FOREIGNER, VISA_LAW) }, ['F6']),
  'law-exempt': lane({ clearance: judged(FOREIGNER, EXEMPT_LAW), stamp: 'STAMP' }, ['F6']),
  'law-doubtful': lane({ clearance: judged(LONG_NAME, MISSING_LAW, DOUBTFUL_JOURNEY) }),
  'law-missing': lane({ clearance: judged(LONG_NAME, MISSING_LAW, DOUBTFUL_JOURNEY) }, ['F6']),
  'law-not-asked': lane({ clearance: caseOf(FOREIGNER) }, ['F6']),
  'law-citizen': lane({
    clearance: judged(CITIZEN, {
      ...LAW,
      legalBasis: ['Law 49/2019/QH14, Art. 34'],
      pairing: { ...LAW.pairing, state: 'PAIRED', since: '2026-11-08' },
    }),
  }),
  'law-citizen-expired': lane(
    {
      clearance: judged(
        { ...CITIZEN, expiryDate: '2026-10-01' },
        {
          ...LAW,
          outcome: 'refer',
          reasons: ['DOC_EXPIRED', 'LEGAL_CITIZEN_ADMITTED'],
          legalBasis: ['Law 49/2019/QH14, Art. 35(2)(c)'],
        },
      ),
    },
    ['F6'],
  ),
  'law-destination': lane(
    leaving(
      judged(CITIZEN, {
        ...LAW,
        missingFacts: ['basis.destinationAdmission'],
        legalBasis: ['Law 49/2019/QH14, Art. 33'],
      }),
    ),
  ),
  'law-minor': lane(
    {
      clearance: judged(
        CHILD,
        {
          ...VISA_LAW,
          outcome: 'propose-refusal',
          reasons: ['LEGAL_MINOR_ALONE'],
          ruleIds: ['refusal.2'],
          decider: 'HEAD_OF_UNIT',
        },
        DOUBTFUL_JOURNEY,
      ),
    },
    ['F6'],
  ),
  'law-open-entry': lane(
    {
      clearance: judged(FOREIGNER, {
        ...VISA_LAW,
        outcome: 'refer',
        reasons: ['MOVE_OPEN_ENTRY_EXISTS', 'MOVE_IDENTITY_CHANGED'],
        pairing: {
          state: 'OPEN_ENTRY',
          since: '2026-06-01',
          documentChanged: true,
          identityChanged: true,
          usedTwice: true,
        },
      }),
    },
    ['F6'],
  ),
  'law-suspended': lane(
    leaving(
      judged(CITIZEN, {
        ...LAW,
        outcome: 'not-permitted-to-exit',
        reasons: ['LEGAL_SUSPENDED_G4'],
        legalBasis: ['Law 49/2019/QH14, Art. 36(4)'],
      }),
    ),
  ),
  'law-offline': lane({
    ...OFFLINE,
    lists: AGED_LISTS,
    clearance: judged(FOREIGNER, VISA_LAW, {
      ...DOUBTFUL_JOURNEY,
      sources: DOUBTFUL_JOURNEY.sources.map((one, place) => ({
        ...one,
        state: place < 2 ? ('LOCAL' as const) : ('OFFLINE' as const),
      })),
    }),
  }),
  'law-offline-basis': lane({
    ...OFFLINE,
    stampOrder: { rule: 'STAMP', by: '0301', at: NOW - 6_000_000 },
    lists: OLD_LISTS,
    clearance: judged(LONG_NAME, NO_BASIS_LAW),
  }),
  'law-demands': lane({
    clearance: judged(LONG_NAME, VISA_LAW, DOUBTFUL_JOURNEY, {
      demands: [
        { demand: 'EXTRA_QUESTION', met: { at: NOW, by: '0412', second: null } },
        { demand: 'EXPERT_CHECK', met: null },
        { demand: 'SECOND_OFFICER', met: null },
      ],
    }),
  }),
  'law-second-officer': lane(
    { clearance: judged(FOREIGNER, VISA_LAW, JOURNEY, { demands: [{ demand: 'SECOND_OFFICER', met: null }] }) },
    ['Control+e'],
  ),
  'refusal-none': lane({ clearance: judged(FOREIGNER, NO_BASIS_LAW) }),
  'refusal-proposal': lane({ clearance: judged(LONG_NAME, NO_BASIS_LAW, DOUBTFUL_JOURNEY) }, ['F9']),
  'refusal-wanting': lane({ clearance: judged(FOREIGNER, NO_BASIS_LAW) }, ['F9', 'Control+Enter']),
  'refusal-decide': { kind: 'desk' },
  'refusal-decide-order': { kind: 'desk' },
  'overstay-head': lane(leaving(judged(FOREIGNER, OVERSTAY_LAW))),
  'overstay-short': lane(leaving(judged(LONG_NAME, SHORT_OVERSTAY_LAW, DOUBTFUL_JOURNEY))),
  'overstay-open': overstayAt({ stage: 'OPEN' }),
  'overstay-minutes': overstayAt({ stage: 'MEASURED' }),
  'overstay-payment': overstayAt({ stage: 'MINUTED' }),
  'overstay-close': overstayAt({ stage: 'PAID' }),
  'overstay-incomplete': { ...overstayAt({ stage: 'OPEN' }), keys: ['Tab', 'Tab', 'Control+Enter'] },
  'overstay-settled': lane(
    leaving(
      judged(FOREIGNER, OVERSTAY_LAW, JOURNEY, {
        overstay: { file: 'O-2026-000017', state: 'SETTLED' },
        openPoints: [],
        checks: caseOf(FOREIGNER, {
          ENTRY_CONDITIONS: { ...PASSED, reason: 'LEGAL_OVERSTAY_SETTLED' },
          PAIRING: PASSED,
        }).checks,
        decisions: caseOf(FOREIGNER).decisions,
      }),
    ),
  ),
  'facts-visa': lane({ clearance: judged(FOREIGNER, VISA_LAW) }, ['F6', 'F6']),
  'facts-wrong': lane({ clearance: judged(FOREIGNER, VISA_LAW) }, ['F6', 'F6', 'Control+Enter']),
  'facts-differ': lane({ clearance: judged(LONG_NAME, MISSING_LAW, DOUBTFUL_JOURNEY) }, ['F6', 'F6']),
  'facts-at-gate': lane({ clearance: judged(FOREIGNER, NO_BASIS_LAW) }, [
    ...['F6', 'F6', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Space'],
  ]),
  'facts-permission': lane(
    leaving(judged(CITIZEN, { ...LAW, outcome: 'not-permitted-to-exit', reasons: ['LEGAL_SUSPENDED_G5'] })),
    ['F6', 'F6'],
  ),
  'facts-refused': {
    ...lane(leaving(judged(CITIZEN, { ...LAW, missingFacts: ['basis.destinationAdmission'] })), [
      'F6',
      'F6',
      'Control+Enter',
    ]),
    refusal: { code: 'WRONG_STATE', data: { why: 'ALREADY_DECIDED' } },
  },
} as const;
