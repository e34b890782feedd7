import type { EventId } from '../../domain/audit/events.ts';
import type { ProposedRefusal } from '../../domain/clearance/clearance.ts';
import { groundRule } from '../../domain/entry/refusal.ts';
import { openRefusal } from '../../domain/refusal/open_refusal.ts';
import type { SecondLineEvent } from '../../domain/second_line/event.ts';
import type { SecondLineOutcome } from '../../domain/second_line/file.ts';
import { hitTruths } from '../../domain/second_line/hit_truth.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { CrossingOutcome } from '../../ports/crossings.ts';
import type { RecordStep } from '../../ports/records.ts';
import { crossingOf } from '../crossing_record.ts';
import { rememberedApart, type ToldApartNow } from '../exclusion_memory.ts';
import { asJson, dayAtGate, entry, type LaneContext } from '../lane_context.ts';
import type { OpenedFile } from './opened_file.ts';

const EVENTS_OF: Record<SecondLineEvent['type'], EventId> = {
  ESCORTED: 'SECOND_LINE_ESCORTED',
  TAKE: 'SECOND_LINE_TAKEN',
  TAKE_OVER: 'SECOND_LINE_TAKEN_OVER',
  PUT_BACK: 'SECOND_LINE_PUT_BACK',
  ANSWERED: 'SECOND_LINE_ANSWERED',
  RECHECKED: 'SECOND_LINE_RECHECKED',
  COMPARED: 'SECOND_LINE_COMPARED',
  CONFIRMATION_ASKED: 'OWNER_ASKED',
  CONFIRMATION_ANSWERED: 'OWNER_ANSWERED',
  MEASURE: 'SECOND_LINE_MEASURE',
  DECIDE: 'SECOND_LINE_DECIDED',
  ESCALATE: 'OWNER_ESCALATED',
};

/** Ends that are a crossing of their own. A refusal is written down where it is decided; who is released may come back. */
const CROSSINGS: Partial<Record<SecondLineOutcome['kind'], CrossingOutcome>> = {
  CLEARED: 'CLEARED',
  HANDED_OVER: 'HANDED_OVER',
  DETAINED_BY_AUTHORITY: 'HANDED_OVER',
};

/** What the event's own entry says: the event without who and when, which the entry itself has. */
function dataOf(after: OpenedFile, event: SecondLineEvent) {
  const { type: _type, at: _at, ...said } = event;
  const { by: _by, second, ...rest } = { second: undefined, by: undefined, ...said };
  const decided = event.type === 'DECIDE' ? { entries: hitTruths(after.state) } : {};
  return asJson({ file: after.file.number, ...rest, ...(second ? { second: second.number } : {}), ...decided });
}

/** All that one step of a file leaves behind, whole or not at all. */
export function stepOf(context: LaneContext, after: OpenedFile, event: SecondLineEvent): RecordStep {
  const by = 'by' in event ? event.by.number : 'system';
  const told = entry(context, EVENTS_OF[event.type], by, after.stored, dataOf(after, event));
  if (event.type !== 'DECIDE') return { files: [after.file], entries: [told] };
  const ended = CROSSINGS[event.outcome.kind];
  const cleared = event.outcome.kind === 'CLEARED';
  const { changes, entries } = cleared ? toldApart(context, after, event.at) : { changes: [], entries: [] };
  const { recordNumber, decided } = after.state;
  return {
    files: [after.file, ...refusalFile(context, after, event)],
    entries: [...entries, told],
    exclusions: changes,
    ...(ended === undefined ? {} : { crossing: crossingOf(context, after.clearance.clearance, ended, event.at) }),
    outbox: { clearance: after.stored.id, payload: asJson({ recordNumber, secondLine: decided }) },
  };
}

/** The file that the head of unit gets of a refusal that the second line proposes. */
function refusalFile(
  context: LaneContext,
  { file, clearance: { clearance } }: OpenedFile,
  { outcome, by, at }: Extract<SecondLineEvent, { type: 'DECIDE' }>,
): readonly CaseFile[] {
  if (outcome.kind !== 'REFUSAL_PROPOSED') return [];
  const ground = groundOf(context, outcome.ground);
  if (ground === null) return [];
  const { grounds: found, carrier, returnFlight } = outcome;
  const state = openRefusal(clearance, { ground, found, carrier, returnFlight }, { by: by.number, at });
  return [
    {
      id: context.ids.uuid(),
      kind: 'REFUSAL',
      // The record may have a proposal of the counter already; each has a number of its own.
      number: `${file.number}/2`,
      lane: file.lane,
      openedAt: at,
      closedAt: null,
      clearance: file.clearance,
      state: asJson(state),
    },
  ];
}

/** A ground of refusal by its number, as the rules in force have it; null where they do not. */
export function groundOf(context: LaneContext, ground: number): ProposedRefusal['ground'] | null {
  const rules = context.rules.current()?.rules;
  const found = rules === undefined ? undefined : groundRule(rules, ground, dayAtGate(context));
  return found === undefined ? null : { ground: found.ground, decider: found.decider, source: found.source };
}

/** Remembered with the decision, as at the counter: until then an officer may think better of it. */
function toldApart(context: LaneContext, { state, clearance: { clearance } }: OpenedFile, at: number) {
  const told = clearance.hits.flatMap((recorded): ToldApartNow[] => {
    const said = state.comparisons.findLast((one) => one.entry === recorded.name);
    return said?.answer === 'DIFFERENT' ? [{ recorded, by: said.by, confirmedBy: said.confirmedBy }] : [];
  });
  return rememberedApart(context, clearance, told, at);
}
