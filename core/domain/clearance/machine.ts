import { assign, setup } from 'xstate';
import type { DocumentFacts } from '../document/facts.ts';
import { metAnew, withMet } from '../posture/demands.ts';
import { CHECK_IDS, type CheckId, MANDATORY_CHECKS } from './check.ts';
import type { Clearance, ClearanceEvent } from './clearance.ts';
import { openness } from './decisions.ts';
import { answered, mayAnswer, mayUndo, undone } from './hits.ts';
import { factsTold } from './known_facts.ts';
import { mayFileOverstay, withLawLines } from './law_outcomes.ts';
import { withListLine } from './list_outcomes.ts';
import { NO_FACTS } from './travel_facts.ts';
import { statedFor, whatLiesThere } from './whose_facts.ts';

type Checks = Clearance['checks'];
const all = (state: 'WAITING' | 'RUNNING'): Checks =>
  Object.fromEntries(CHECK_IDS.map((check) => [check, state])) as Record<CheckId, 'WAITING' | 'RUNNING'>;

/** A fresh clearance of a document just read. */
export function openClearance(
  given: Pick<Clearance, 'id' | 'recordNumber' | 'lane' | 'direction' | 'openedAt' | 'document'> &
    Partial<Pick<Clearance, 'draw'>>,
): Clearance {
  return {
    draw: 1,
    ...given,
    resumed: false,
    readings: 1,
    checks: all('WAITING'),
    startedAt: null,
    finishedAt: null,
    hits: [],
    discreet: [],
    lists: [],
    listLine: null,
    travel: NO_FACTS,
    askedAt: null,
    law: null,
    overstay: null,
    mandatory: MANDATORY_CHECKS,
    postures: [],
    demands: [],
    notes: [],
    decision: null,
  };
}

const allFinal = (checks: Checks): boolean => Object.values(checks).every((state) => typeof state === 'object');

const restarted = (at: number): Partial<Clearance> => ({
  checks: all('RUNNING'),
  startedAt: at,
  finishedAt: null,
  hits: [],
  discreet: [],
  lists: [],
  listLine: null,
  askedAt: null,
  law: null,
});

/** What of the person who stood here is kept for the document now read: of another person nothing. */
function ofWhatLiesThere(
  { travel, document, overstay, demands }: Clearance,
  now: DocumentFacts,
): Pick<Clearance, 'travel' | 'overstay' | 'demands'> {
  const lies = whatLiesThere(document, now);
  return {
    travel: statedFor(travel, document, now),
    // The overstay of another document is another person's, as far as anyone knows.
    overstay: lies === 'SAME_DOCUMENT' ? overstay : null,
    demands: lies === 'ANOTHER' ? metAnew(demands) : demands,
  };
}

/**
 * The clearance machine (vocabulary E1): READING -> CHECKING -> REVIEW -> one of four ends. Pure: `transition` gives the
 * next state and the effects. An event that is not allowed changes nothing; the runner audits it.
 */
export const clearanceMachine = setup({
  types: {
    context: {} as Clearance,
    events: {} as ClearanceEvent,
    input: {} as Clearance,
  },
  actions: {
    runChecks: () => {},
    begin: assign(({ event }) => (event.type === 'START_CHECKS' ? restarted(event.at) : {})),
    readAgain: assign(({ context, event }) =>
      event.type === 'DOCUMENT_READ_AGAIN'
        ? {
            ...restarted(event.at),
            document: event.document,
            readings: context.readings + 1,
            ...ofWhatLiesThere(context, event.document),
          }
        : {},
    ),
    resume: assign(({ context, event }) => {
      if (event.type !== 'RESUME') return {};
      return allFinal(context.checks) ? { resumed: true } : { ...restarted(event.at), resumed: true };
    }),
    takeOutcome: assign(({ context, event }) => {
      if (event.type !== 'CHECK_FINISHED') return {};
      const checks = { ...context.checks, [event.outcome.check]: event.outcome };
      const finishedAt = allFinal(checks) ? event.at : null;
      const listLine = event.outcome.check === 'LOCAL_LISTS' ? event.outcome : context.listLine;
      return { checks: withListLine({ ...context, checks, listLine }), listLine, finishedAt };
    }),
    takeLists: assign(({ context, event }) => {
      if (event.type !== 'LISTS_ANSWERED') return {};
      const next = { ...context, hits: event.hits, discreet: event.discreet, lists: event.lists };
      return { hits: next.hits, discreet: next.discreet, lists: next.lists, checks: withListLine(next) };
    }),
    takeAnswer: assign(({ context, event }) => {
      if (event.type !== 'HIT_ANSWERED') return {};
      const next = { ...context, hits: answered(context.hits, event) };
      return { hits: next.hits, checks: withListLine(next) };
    }),
    undoExclusion: assign(({ context, event }) => {
      if (event.type !== 'EXCLUSION_UNDONE') return {};
      const next = { ...context, hits: undone(context.hits, event) };
      return { hits: next.hits, checks: withListLine(next) };
    }),
    takeSources: assign(({ context, event }) =>
      event.type === 'SOURCES_ANSWERED'
        ? { travel: { ...context.travel, ...factsTold(context.travel, event.facts) }, askedAt: event.at }
        : {},
    ),
    takeFacts: assign(({ context, event }) =>
      event.type === 'FACTS_KNOWN' ? { travel: { ...context.travel, ...event.facts } } : {},
    ),
    takeLaw: assign(({ context, event }) => {
      if (event.type !== 'LAW_ANSWERED') return {};
      const judged = { ...context, law: event.answer };
      // A permission speaks through the law for an entry of the lists.
      const checks = withListLine({ ...judged, checks: withLawLines(judged) });
      const finishedAt = context.finishedAt ?? (allFinal(checks) ? event.at : null);
      return { law: event.answer, checks, finishedAt };
    }),
    fileOverstay: assign(({ event }) =>
      event.type === 'OVERSTAY_FILED'
        ? { overstay: { file: event.file, state: 'OPEN' as const, daysOver: event.daysOver } }
        : {},
    ),
    closeOverstay: assign(({ context, event }) => {
      if (event.type !== 'OVERSTAY_CLOSED' || context.overstay === null) return {};
      const state = event.settled ? ('SETTLED' as const) : ('NOT_SETTLED' as const);
      const next = { ...context, overstay: { ...context.overstay, state } };
      return { overstay: next.overstay, checks: withLawLines(next) };
    }),
    raisePosture: assign(({ event }) =>
      event.type === 'POSTURE_RAISED'
        ? { postures: event.postures, mandatory: event.mandatory, demands: event.demands }
        : {},
    ),
    meetDemand: assign(({ context, event }) =>
      event.type === 'DEMAND_MET' ? { demands: withMet(context.demands, event) ?? context.demands } : {},
    ),
    takeNote: assign(({ context, event }) =>
      event.type === 'NOTE' ? { notes: [...context.notes, { text: event.text, at: event.at, by: event.by }] } : {},
    ),
    decide: assign(({ event }) => (event.type === 'DECIDE' ? { decision: event.decision } : {})),
  },
  guards: {
    everyCheckFinal: ({ context }) => allFinal(context.checks),
    stillRunning: ({ context, event }) =>
      event.type === 'CHECK_FINISHED' && context.checks[event.outcome.check] === 'RUNNING',
    answerAllowed: ({ context, event }) => event.type === 'HIT_ANSWERED' && mayAnswer(context.hits, event),
    exclusionHolds: ({ context, event }) => event.type === 'EXCLUSION_UNDONE' && mayUndo(context.hits, event.name),
    overstayFound: ({ context, event }) => event.type === 'OVERSTAY_FILED' && mayFileOverstay(context),
    overstayOpen: ({ context, event }) =>
      event.type === 'OVERSTAY_CLOSED' && context.overstay?.file === event.file && context.overstay.state === 'OPEN',
    demandAsked: ({ context, event }) => event.type === 'DEMAND_MET' && withMet(context.demands, event) !== null,
    cleared: ({ context, event }) =>
      event.type === 'DECIDE' && event.decision.kind === 'CLEARED' && openness(context, 'CLEARED').open,
    referred: ({ context, event }) =>
      event.type === 'DECIDE' && event.decision.kind === 'REFERRED' && openness(context, 'REFERRED').open,
    refusal: ({ context, event }) =>
      event.type === 'DECIDE' &&
      event.decision.kind === 'REFUSAL_PROPOSED' &&
      openness(context, 'REFUSAL_PROPOSED').open,
    abandoned: ({ context, event }) =>
      event.type === 'DECIDE' && event.decision.kind === 'ABANDONED' && openness(context, 'ABANDONED').open,
  },
}).createMachine({
  id: 'clearance',
  context: ({ input }) => input,
  initial: 'READING',
  states: {
    READING: {
      on: {
        START_CHECKS: { target: 'CHECKING', actions: ['begin', 'runChecks'] },
        RESUME: { target: 'CHECKING', actions: ['resume', 'runChecks'] },
      },
    },
    CHECKING: {
      always: { target: 'REVIEW', guard: 'everyCheckFinal' },
      on: {
        CHECK_FINISHED: { guard: 'stillRunning', actions: 'takeOutcome' },
        LISTS_ANSWERED: { actions: 'takeLists' },
        RESUME: { actions: ['resume', 'runChecks'] },
      },
    },
    REVIEW: { on: { RESUME: { actions: 'resume' } } },
    CLEARED: { type: 'final' },
    REFERRED: { type: 'final' },
    REFUSAL_PROPOSED: { type: 'final' },
    ABANDONED: { type: 'final' },
  },
  on: {
    DOCUMENT_READ_AGAIN: { target: '.CHECKING', actions: ['readAgain', 'runChecks'] },
    HIT_ANSWERED: { guard: 'answerAllowed', actions: 'takeAnswer' },
    EXCLUSION_UNDONE: { guard: 'exclusionHolds', actions: 'undoExclusion' },
    SOURCES_ANSWERED: { actions: 'takeSources' },
    FACTS_KNOWN: { actions: 'takeFacts' },
    LAW_ANSWERED: { actions: 'takeLaw' },
    OVERSTAY_FILED: { guard: 'overstayFound', actions: 'fileOverstay' },
    OVERSTAY_CLOSED: { guard: 'overstayOpen', actions: 'closeOverstay' },
    POSTURE_RAISED: { actions: 'raisePosture' },
    DEMAND_MET: { guard: 'demandAsked', actions: 'meetDemand' },
    NOTE: { actions: 'takeNote' },
    DECIDE: [
      { guard: 'cleared', target: '.CLEARED', actions: 'decide' },
      { guard: 'referred', target: '.REFERRED', actions: 'decide' },
      { guard: 'refusal', target: '.REFUSAL_PROPOSED', actions: 'decide' },
      { guard: 'abandoned', target: '.ABANDONED', actions: 'decide' },
    ],
  },
});
