import type { EventId } from '../domain/audit/events.ts';
import type { CheckOutcome } from '../domain/clearance/check.ts';
import type { Clearance, ClearanceEvent, DecisionKind, RecordedHit } from '../domain/clearance/clearance.ts';
import { laidAside } from '../domain/clearance/whose_facts.ts';
import type { JournalInput } from '../ports/records.ts';
import { asJson, entry, type LaneContext } from './lane_context.ts';

const DECISION_EVENT: Record<DecisionKind, EventId> = {
  CLEARED: 'CLEARED',
  REFERRED: 'REFERRED',
  REFUSAL_PROPOSED: 'REFUSAL_PROPOSED',
  ABANDONED: 'ABANDONED',
};

const hitSummary = ({ name, hit, answer, answeredBy, confirmedBy, strongDifferences, exclusion }: RecordedHit) => ({
  name,
  listVersion: hit.listVersion,
  matchClass: hit.matchClass,
  score: hit.score,
  why: hit.why,
  strongDifferences,
  answer,
  answeredBy,
  confirmedBy,
  exclusion,
});

/** The whole verdict: who, when, which document, every check with its result, and the version of every list. */
export function verdictOf(clearance: Clearance) {
  return {
    recordNumber: clearance.recordNumber,
    direction: clearance.direction,
    openedAt: clearance.openedAt,
    decision: clearance.decision,
    document: clearance.document,
    readings: clearance.readings,
    checks: Object.values(clearance.checks).filter((state): state is CheckOutcome => typeof state === 'object'),
    lists: clearance.lists,
    hits: clearance.hits.map(hitSummary),
    travel: clearance.travel,
    law: clearance.law,
    postures: clearance.postures,
    mandatory: clearance.mandatory,
    demands: clearance.demands,
    notes: clearance.notes,
  };
}

function decisionEntries(context: LaneContext, after: Clearance, by: string, kind: DecisionKind): JournalInput[] {
  const decided = entry(context, DECISION_EVENT[kind], by, after, asJson(verdictOf(after)));
  // Follows every decision and never precedes it, one entry whether anything answered or not: neither timing nor the
  // numbering of the journal, which officers see, tells of a discreet entry.
  const closed = entry(context, 'DISCREET_CLOSED', 'system', after, asJson({ hits: after.discreet.map(hitSummary) }));
  return [decided, closed];
}

/** The number of the decision's own entry, given the last number of its commit. */
export const decisionSeq = (lastSeq: number): number => lastSeq - 1;

const comparedOf = ({ name, answer, second }: Extract<ClearanceEvent, { type: 'HIT_ANSWERED' }>) => ({
  name,
  answer,
  confirmedBy: second?.number ?? null,
});

const raisedOf = ({ postures, mandatory, demands }: Extract<ClearanceEvent, { type: 'POSTURE_RAISED' }>) => ({
  postures,
  mandatory,
  demands: demands.map(({ demand }) => demand),
});

/** What one step of the machine leaves in the journal; exclusions have their own file. `before`: as it stood before the step. */
export function entriesFor(
  context: LaneContext,
  event: ClearanceEvent,
  after: Clearance,
  before: Clearance = after,
): JournalInput[] {
  switch (event.type) {
    case 'START_CHECKS':
      return [entry(context, 'CHECKS_STARTED', 'system', after, { reading: after.readings })];
    case 'DOCUMENT_READ_AGAIN':
      return [
        documentEntry(context, after),
        ...laidAsideEntry(context, before, after),
        entry(context, 'CHECKS_STARTED', 'system', after, { reading: after.readings }),
      ];
    case 'CHECK_FINISHED':
      return [entry(context, 'CHECK_FINISHED', 'system', after, asJson(event.outcome))];
    case 'LISTS_ANSWERED':
      return [
        entry(
          context,
          'LIST_CONSULTED',
          'system',
          after,
          asJson({ lists: event.lists, hits: event.hits.map(hitSummary) }),
        ),
      ];
    case 'HIT_ANSWERED':
      return [entry(context, 'HIT_COMPARED', event.by.number, after, asJson(comparedOf(event)))];
    case 'EXCLUSION_UNDONE':
      return [];
    case 'SOURCES_ANSWERED':
      return [entry(context, 'FACTS_KNOWN', 'system', after, asJson({ facts: event.facts }))];
    case 'FACTS_KNOWN':
      return [entry(context, 'FACTS_KNOWN', event.by ?? 'system', after, asJson({ facts: event.facts }))];
    case 'LAW_ANSWERED':
      return [entry(context, 'LAW_ANSWERED', 'system', after, asJson(event.answer))];
    case 'OVERSTAY_FILED':
      return [entry(context, 'OVERSTAY_FILED', event.by, after, { file: event.file })];
    case 'OVERSTAY_CLOSED':
      return [entry(context, 'OVERSTAY_CLOSED', event.by, after, { file: event.file, settled: event.settled })];
    case 'POSTURE_RAISED':
      return [entry(context, 'POSTURE_RAISED', 'system', after, asJson(raisedOf(event)))];
    case 'DEMAND_MET':
      return [entry(context, 'DEMAND_MET', event.by, after, { demand: event.demand, confirmedBy: event.second })];
    case 'NOTE':
      return [entry(context, 'NOTE_WRITTEN', event.by, after, { text: event.text })];
    case 'RESUME':
      return [entry(context, 'CLEARANCE_RESUMED', 'system', after, { recordNumber: after.recordNumber })];
    case 'DECIDE':
      return decisionEntries(context, after, event.decision.by, event.decision.kind);
  }
}

function laidAsideEntry(context: LaneContext, before: Clearance, after: Clearance): JournalInput[] {
  const facts = laidAside(before.travel, after.travel);
  return facts.length === 0 ? [] : [entry(context, 'FACTS_LAID_ASIDE', 'system', after, { facts: [...facts] })];
}

/** The MRZ as read, with its problems and its source. */
export function documentEntry(context: LaneContext, clearance: Clearance): JournalInput {
  const { lines, typedIn, problems, checks, corrections } = clearance.document;
  return entry(
    context,
    'DOCUMENT_READ',
    'system',
    clearance,
    asJson({ reading: clearance.readings, typedIn, lines, problems, checks, corrections }),
  );
}
