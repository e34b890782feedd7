import { z } from 'zod';
import {
  type QueueRow,
  question,
  type SecondLineCase,
  type SecondLineView,
} from '../../../contract/second_line_view.ts';
import questions from '../../../resources/second_line/questions.json' with { type: 'json' };
import type { Role } from '../../domain/access/role.ts';
import { dueAt } from '../../domain/second_line/escalation.ts';
import { ESCALATIONS, SECOND_LINE_OUTCOMES, type SecondLineFile } from '../../domain/second_line/file.ts';
import { nextThing } from '../../domain/second_line/next_thing.ts';
import { openDoubts, openEntries, whyClosed } from '../../domain/second_line/standing.ts';
import type { Settings } from '../../settings/settings.ts';
import { clearanceView } from '../clearance_view.ts';
import { wouldHoldUntil } from '../exclusion_memory.ts';
import { dayAtGate, type LaneContext } from '../lane_context.ts';
import type { OpenedFile } from './opened_file.ts';

/** Who looks. */
interface Viewer {
  readonly number: string;
  readonly roles: readonly Role[];
}

type Limits = Settings['secondLine'];

function waitingOwner(state: SecondLineFile, limits: Limits): QueueRow['waiting'] {
  const open = state.confirmations.filter(({ answer }) => answer === null);
  const [asked] = [...open].sort((a, b) => a.at - b.at);
  if (asked === undefined || state.stage === 'CLOSED') return null;
  const to = ESCALATIONS.find((one) => !asked.escalated.some((told) => told.to === one));
  return {
    entry: asked.entry,
    authority: asked.authority,
    askedAt: asked.at,
    next: to === undefined ? null : { to, dueAt: dueAt(asked, to, limits) },
    escalated: asked.escalated.at(-1)?.to ?? null,
  };
}

function rowOf({ file, state, clearance }: OpenedFile, limits: Limits): QueueRow {
  const { surname, givenNames } = clearance.clearance.document;
  return {
    file: file.id,
    recordNumber: state.recordNumber,
    name: `${surname} ${givenNames}`.trim(),
    direction: state.direction,
    stage: state.stage,
    referred: state.referred,
    escorted: state.escorted,
    taken: state.taken,
    reasons: [...state.reasons],
    openEntries: openEntries(state).length,
    waiting: waitingOwner(state, limits),
    outcome: state.decided?.outcome.kind ?? null,
    closedAt: file.closedAt,
  };
}

/** The catalogue of questions as it lies in resources; checked when it is first needed. */
const catalogue = z
  .array(question)
  .parse(questions.questions.map(({ vi, en, ...one }) => ({ ...one, text: { vi, en } })));

/** The text under which a question is kept; null when there is none of this id. */
export const questionText = (id: string): string | null => catalogue.find((one) => one.id === id)?.text.vi ?? null;

export function secondLineView(context: LaneContext, files: readonly OpenedFile[]): SecondLineView {
  const limits = context.settings.secondLine;
  return {
    now: context.clock.now(),
    queue: files.map((one) => rowOf(one, limits)),
    questions: catalogue,
  };
}

/** One file with all that the counter saw; the second line's answers stand in the place of the counter's. */
export function secondLineCase(context: LaneContext, opened: OpenedFile, viewer: Viewer): SecondLineCase {
  const { state, clearance } = opened;
  const now = context.clock.now();
  const limits = context.settings.secondLine;
  const seen = clearanceView(
    clearance,
    opened.earlier,
    { day: dayAtGate(context), roles: viewer.roles, rememberedUntil: wouldHoldUntil(context, clearance.clearance) },
    now,
  );
  const hits = seen.hits.map((hit) => {
    const said = state.comparisons.findLast((one) => one.entry === hit.hit);
    return said === undefined
      ? hit
      : { ...hit, answer: said.answer, answeredBy: said.by, confirmedBy: said.confirmedBy };
  });
  const closed = Object.fromEntries(
    SECOND_LINE_OUTCOMES.map((kind) => [kind, whyClosed(state, kind, viewer.number)]),
  ) as SecondLineCase['closed'];
  return {
    ...rowOf(opened, limits),
    now,
    clearance: { ...seen, hits },
    law: state.law === null ? null : { ...state.law, reasons: [...state.law.reasons] },
    doubts: [...openDoubts(state)],
    takenOver: [...state.takenOver],
    interview: [...state.interview],
    rechecks: [...state.rechecks],
    comparisons: [...state.comparisons],
    confirmations: state.confirmations.map((one) => ({ ...one, escalated: [...one.escalated] })),
    measures: [...state.measures],
    decided: state.decided,
    closed,
    next: nextThing(state, viewer.number, limits),
  };
}
