import type { Clearance } from '../../domain/clearance/clearance.ts';
import type { OverstayExplained } from '../../domain/entry/explanation.ts';
import type { CasePaper } from '../../domain/forms/form_kinds.ts';
import type { Act } from '../../domain/refusal/file.ts';
import type { FormContent } from '../../forms/form_content.ts';
import type { OpenedDecision, OpenedOverstay, OpenedRefusal } from '../decisions/decision_file.ts';
import type { LaneContext } from '../lane_context.ts';
import { paperDue } from './paper_due.ts';
import {
  daysText,
  dayText,
  dong,
  filled,
  lawText,
  madeAt,
  madeText,
  momentText,
  officerText,
  say,
  stateText,
  type Writing,
} from './paper_text.ts';

/** What a paper says, apart from who makes it. */
type Said = Pick<FormContent, 'at' | 'values' | 'sums'>;

function actText(act: Act | null, writing: Writing): string {
  if (act === null) return '';
  return filled(say(writing, writing.form.words.by), { by: act.by, at: momentText(act.at, writing) });
}

const numberText = (act: Act | null, writing: Writing): string => (act === null ? '' : officerText(act.by, writing));

function holder({ document }: Clearance, writing: Writing): Record<string, string> {
  const { surname, givenNames, birthDate, nationality, issuer, number, expiryDate } = document;
  return {
    name: `${surname} ${givenNames}`.trim(),
    birthDate: dayText(birthDate),
    nationality: stateText(nationality, writing),
    document: `${issuer} ${number}`,
    documentEnd: dayText(expiryDate),
  };
}

function sums(explained: OverstayExplained, writing: Writing): FormContent['sums'] {
  const { sum } = writing.form.words;
  const days = (n: number) => daysText(n, writing.language, writing);
  const { entered, grantedDays, until, extendedFrom, departure, spans, daysOver } = explained;
  const line = (text: typeof sum.over, said: string, values = {}) =>
    [filled(say(writing, text), values), filled(text.vi, values), said] as const;
  return [
    ...(entered === null ? [] : [line(sum.entered, dayText(entered))]),
    ...(grantedDays === null ? [] : [line(sum.granted, days(grantedDays))]),
    ...(extendedFrom === null ? [] : [line(sum.extended, dayText(extendedFrom))]),
    line(sum.until, dayText(until)),
    line(sum.departure, dayText(departure)),
    ...spans.map(({ from, to, days: n }) => line(sum.span, days(n), { from: dayText(from), to: dayText(to) })),
    line(sum.over, days(daysOver)),
  ];
}

/** A refusal of entry once it was decided. */
function ofRefusal({ state, clearance }: OpenedRefusal, writing: Writing): Said | null {
  const { decided, reversed, proposed, carrierTold } = state;
  if (decided?.answer !== 'REFUSE') return null;
  const { words } = writing.form;
  const { order } = decided;
  const ground = words.grounds[state.ground - 1];
  const at = reversed?.at ?? decided.at;
  const values = {
    ...holder(clearance.clearance, writing),
    made: madeText(at, writing),
    ground: `${state.ground}. ${ground === undefined ? '' : say(writing, ground)}`,
    legalBasis: lawText(state.legalBasis, writing),
    found: state.found,
    proposed: actText(proposed, writing),
    proposedNumber: numberText(proposed, writing),
    decided: actText(decided, writing),
    decidedNumber: numberText(decided, writing),
    order: order === null ? '' : `${order.number}, ${dayText(order.date)}`,
    reason: decided.reason,
    carrier: state.carrier ?? say(writing, words.none),
    returnFlight: state.returnFlight ?? say(writing, words.none),
    carrierTold: carrierTold === null ? '' : `${carrierTold.to} (${actText(carrierTold, writing)})`,
    reversed: reversed === null ? '' : `${reversed.reason} (${actText(reversed, writing)})`,
  };
  return { at, values, sums: [] };
}

/** How far an overstay must have come for a paper of this kind, and the moment that the paper tells of. */
function dueAt(kind: CasePaper, { measure, minutes, payment, opened }: OpenedOverstay['state']): number | null {
  const paid = payment?.receipt != null;
  switch (kind) {
    case 'stay-calculation':
      return opened.at;
    case 'overstay-minutes':
      return minutes?.at ?? measure?.at ?? null;
    case 'receipt':
      return payment !== null && paid ? payment.at : null;
    case 'not-paid':
      return payment !== null && !paid ? payment.at : null;
    default:
      return null;
  }
}

function ofOverstay(kind: CasePaper, { state, clearance }: OpenedOverstay, writing: Writing): Said | null {
  const at = dueAt(kind, state);
  if (at === null) return null;
  const { words } = writing.form;
  const { explained, measure, minutes, payment } = state;
  const row = explained.tiers.find(({ tier }) => tier === explained.tier);
  const signed = minutes?.signed === 'SIGNED' ? words.signedYes : words.signedNo;
  const values = {
    ...holder(clearance.clearance, writing),
    made: madeText(at, writing),
    tier:
      row === undefined ? '' : `${row.tier}: ${row.fineVndMillion.map((million) => dong(million * 1e6)).join(' – ')}`,
    fine: measure === null ? '' : dong(measure.fineVnd),
    mitigating: measure?.mitigating ?? '',
    decided: actText(measure, writing),
    decidedNumber: numberText(measure, writing),
    department: measure?.expulsionToDepartment === true ? '1' : '',
    witness: minutes?.witness ?? '',
    signed: minutes === null ? '' : filled(say(writing, signed), { witness: minutes.witness ?? '' }),
    receipt: payment?.receipt ?? '',
    unpaid: payment?.reason ?? '',
    paid: actText(payment, writing),
    paidNumber: numberText(payment, writing),
  };
  return { at, values, sums: sums(explained, writing) };
}

const whole = (context: LaneContext, number: string, said: Said | null, writing: Writing): FormContent | null => {
  if (said === null) return null;
  const made = madeAt(context, said.at, writing);
  return { number, ...made, ...said, values: { gate: made.gate, ...said.values }, tables: {} };
};

/** What stands on a paper of a file; null where the file has not come so far. */
export function contentOfFile(
  context: LaneContext,
  kind: CasePaper,
  opened: OpenedDecision,
  writing: Writing,
): FormContent | null {
  if (opened.kind === 'OVERSTAY') return whole(context, opened.file.number, ofOverstay(kind, opened, writing), writing);
  return whole(context, opened.file.number, kind === 'refusal' ? ofRefusal(opened, writing) : null, writing);
}

function ofClearance(kind: CasePaper, clearance: Clearance, writing: Writing): Said | null {
  const { law, decision } = clearance;
  if (law === null) return null;
  const at = decision?.at ?? law.at;
  const common = { at, sums: [] };
  const { stayUntil } = law.verdict;
  const { overstay } = law.explanation;
  const due = paperDue(clearance)?.kind;
  const person = holder(clearance, writing);
  if (kind === 'stay-calculation' && due === kind && overstay !== null)
    return { at, values: person, sums: sums(overstay, writing) };
  if (kind === 'permitted-until' && decision?.kind === 'CLEARED' && stayUntil !== undefined)
    return { ...common, values: { ...person, stayUntil: dayText(stayUntil), record: clearance.recordNumber } };
  if (kind !== 'exit-not-permitted' || law.verdict.outcome !== 'not-permitted-to-exit') return null;
  const legalBasis = lawText(law.verdict.legalBasis, writing);
  const officerNumber = decision === null ? '' : officerText(decision.by, writing);
  return { ...common, values: { ...person, legalBasis, officerNumber, made: madeText(at, writing) } };
}

/** What stands on a paper of a clearance; null where the law gives none. */
export function contentOfClearance(
  context: LaneContext,
  kind: CasePaper,
  clearance: Clearance,
  writing: Writing,
): FormContent | null {
  return whole(context, clearance.recordNumber, ofClearance(kind, clearance, writing), writing);
}
