import type { Clearance } from '../../domain/clearance/clearance.ts';
import type { OverstayExplained } from '../../domain/entry/explanation.ts';
import type { FormKind, FormLanguage } from '../../domain/forms/form_kinds.ts';
import type { Act } from '../../domain/refusal/file.ts';
import type { FormContent } from '../../forms/form_pdf.ts';
import type { FormWords } from '../../forms/form_template.ts';
import type { OpenedDecision, OpenedOverstay, OpenedRefusal } from '../decisions/decision_file.ts';
import type { LaneContext } from '../lane_context.ts';
import { paperDue } from './paper_due.ts';

/** The language of a paper, its words, and the gate's own time zone. */
export interface Writing {
  readonly language: FormLanguage;
  readonly words: FormWords;
  readonly timeZone: string;
}

const dayText = (day: string): string => day.split('-').reverse().join('/');
const dong = (vnd: number): string => `${String(vnd).replace(/\B(?=(\d{3})+$)/g, '.')} VND`;

function momentText(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return parts.format(at).replace(',', '');
}

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

function actText(act: Act | null, { words, language, timeZone }: Writing): string {
  return act === null ? '' : filled(words.by[language], { by: act.by, at: momentText(act.at, timeZone) });
}

function holder({ document }: Clearance): Record<string, string> {
  const { surname, givenNames, birthDate, nationality, issuer, number, expiryDate } = document;
  return {
    name: `${surname} ${givenNames}`.trim(),
    birthDate: dayText(birthDate),
    nationality,
    document: `${issuer} ${number}`,
    documentEnd: dayText(expiryDate),
  };
}

function sums(explained: OverstayExplained, { words: { sum }, language }: Writing): FormContent['sums'] {
  const days = (n: number) => filled(sum.days[language], { n: String(n) });
  const { entered, grantedDays, until, extendedFrom, departure, spans, daysOver } = explained;
  return [
    ...(entered === null ? [] : [[sum.entered[language], dayText(entered)] as const]),
    ...(grantedDays === null ? [] : [[sum.granted[language], days(grantedDays)] as const]),
    ...(extendedFrom === null ? [] : [[sum.extended[language], dayText(extendedFrom)] as const]),
    [sum.until[language], dayText(until)],
    [sum.departure[language], dayText(departure)],
    ...spans.map(
      ({ from, to, days: n }) =>
        [filled(sum.span[language], { from: dayText(from), to: dayText(to) }), days(n)] as const,
    ),
    [sum.over[language], days(daysOver)],
  ];
}

function ofRefusal(
  kind: FormKind,
  { state, clearance }: OpenedRefusal,
  how: Writing,
): Omit<FormContent, 'number' | 'gate'> | null {
  const { decided, reversed, proposed } = state;
  if (kind !== 'refusal' || decided?.answer !== 'REFUSE') return null;
  const order = decided.order;
  const values = {
    ...holder(clearance.clearance),
    ground: `${state.ground}. ${how.words.grounds[state.ground - 1]?.[how.language] ?? ''}`,
    legalBasis: state.legalBasis.join('; '),
    found: state.found,
    proposed: actText(proposed, how),
    decided: actText(decided, how),
    order: order === null ? '' : `${order.number}, ${dayText(order.date)}`,
    reason: decided.reason,
    carrier: state.carrier ?? how.words.none[how.language],
    returnFlight: state.returnFlight ?? how.words.none[how.language],
    reversed: reversed === null ? '' : `${reversed.reason} (${actText(reversed, how)})`,
  };
  return { at: reversed?.at ?? decided.at, values, sums: [] };
}

/** How far an overstay must have come for a paper of this kind, and the moment that the paper tells of. */
function dueAt(kind: FormKind, { measure, minutes, payment, opened }: OpenedOverstay['state']): number | null {
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

function ofOverstay(
  kind: FormKind,
  { state, clearance }: OpenedOverstay,
  how: Writing,
): Omit<FormContent, 'number' | 'gate'> | null {
  const at = dueAt(kind, state);
  if (at === null) return null;
  const { words, language } = how;
  const { explained, measure, minutes, payment } = state;
  const row = explained.tiers.find(({ tier }) => tier === explained.tier);
  const signed = minutes?.signed === 'SIGNED' ? words.signedYes[language] : words.signedNo[language];
  const values = {
    ...holder(clearance.clearance),
    tier:
      row === undefined ? '' : `${row.tier}: ${row.fineVndMillion.map((million) => dong(million * 1e6)).join(' - ')}`,
    fine: measure === null ? '' : dong(measure.fineVnd),
    mitigating: measure?.mitigating ?? '',
    decided: actText(measure, how),
    department: measure?.expulsionToDepartment === true ? '1' : '',
    signed: minutes === null ? '' : filled(signed, { witness: minutes.witness ?? '' }),
    receipt: payment?.receipt ?? '',
    unpaid: payment?.reason ?? '',
    paid: actText(payment, how),
  };
  return { at, values, sums: sums(explained, how) };
}

/** What stands on a paper of a file; null where the file has not come so far. */
export function contentOfFile(
  context: LaneContext,
  kind: FormKind,
  opened: OpenedDecision,
  how: Writing,
): FormContent | null {
  const said = opened.kind === 'REFUSAL' ? ofRefusal(kind, opened, how) : ofOverstay(kind, opened, how);
  const { gate } = context.settings.lane;
  return said === null ? null : { number: opened.file.number, gate: gate[how.language], ...said };
}

/** What stands on a paper of a clearance; null where the law gives none. */
export function contentOfClearance(
  context: LaneContext,
  kind: FormKind,
  clearance: Clearance,
  how: Writing,
): FormContent | null {
  const { law, decision } = clearance;
  if (law === null) return null;
  const { gate } = context.settings.lane;
  const at = decision?.at ?? law.at;
  const common = { number: clearance.recordNumber, gate: gate[how.language], at, sums: [] };
  const { stayUntil } = law.verdict;
  const { overstay } = law.explanation;
  const due = paperDue(clearance)?.kind;
  if (kind === 'stay-calculation' && due === kind && overstay !== null)
    return { ...common, values: holder(clearance), sums: sums(overstay, how) };
  if (kind === 'permitted-until' && decision?.kind === 'CLEARED' && stayUntil !== undefined)
    return {
      ...common,
      values: { ...holder(clearance), stayUntil: dayText(stayUntil), record: clearance.recordNumber },
    };
  if (kind !== 'exit-not-permitted' || law.verdict.outcome !== 'not-permitted-to-exit') return null;
  const legalBasis = law.verdict.legalBasis.join('; ');
  return { ...common, values: { ...holder(clearance), legalBasis, made: momentText(at, how.timeZone) } };
}
