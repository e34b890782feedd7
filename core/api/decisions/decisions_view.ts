import type {
  DecisionGrounds,
  DecisionsView,
  OverstayFileView,
  RefusalView,
} from '../../../contract/decisions_view.ts';
import type { Clearance } from '../../domain/clearance/clearance.ts';
import { deciderOf } from '../../domain/overstay/machine.ts';
import type { LaneContext } from '../lane_context.ts';
import { lawView } from '../law_view.ts';
import type { OpenedDecision, OpenedOverstay, OpenedRefusal } from './decision_file.ts';

/** Whom a file is about, as on the document. */
export function holderOf({ document }: Clearance): RefusalView['holder'] {
  const { surname, givenNames, nationality, birthDate, sex, number, issuer, expiryDate } = document;
  return {
    name: `${surname} ${givenNames}`.trim(),
    nationality,
    birthDate,
    sex,
    documentNumber: number,
    issuer,
    expiryDate,
  };
}

function isLate({ settings, clock }: LaneContext, { file }: OpenedDecision): boolean {
  return file.closedAt === null && clock.now() - file.openedAt > settings.decisions.lateMinutes * 60_000;
}

export function refusalView(context: LaneContext, opened: OpenedRefusal): RefusalView {
  const { file, state, clearance } = opened;
  return {
    id: file.id,
    number: file.number,
    clearance: clearance.clearance.id,
    ...structuredClone(state as unknown as Pick<RefusalView, keyof typeof state>),
    late: isLate(context, opened),
    holder: holderOf(clearance.clearance),
    flight: clearance.clearance.travel.flight?.value.number ?? null,
  };
}

export function overstayFileView(context: LaneContext, opened: OpenedOverstay): OverstayFileView {
  const { file, state, clearance } = opened;
  const { explained, ...rest } = state;
  const law = clearance.clearance.law;
  const shown = law === null ? null : lawView({ ...law, explanation: { ...law.explanation, overstay: explained } });
  if (shown?.overstay == null) throw new Error('the file of an overstay without the law that found it');
  return {
    id: file.id,
    number: file.number,
    clearance: clearance.clearance.id,
    ...structuredClone(rest as unknown as Pick<OverstayFileView, keyof typeof rest>),
    explained: shown.overstay,
    ended: state.ended ?? null,
    late: isLate(context, opened),
    holder: holderOf(clearance.clearance),
    decider: deciderOf(state) === 'DECIDE_FOR_UNIT' ? 'HEAD_OF_UNIT' : 'SUPERVISOR',
  };
}

/** What a decision on this file rests on. */
export function groundsOf({ clearance: { clearance } }: OpenedDecision): DecisionGrounds {
  const { law, notes } = clearance;
  return { law: law === null ? null : lawView(law), notes: notes.map(({ text, at, by }) => ({ text, at, by })) };
}

export function decisionsView(context: LaneContext, files: readonly OpenedDecision[]): DecisionsView {
  return {
    now: context.clock.now(),
    refusals: files.flatMap((one) => (one.kind === 'REFUSAL' ? [refusalView(context, one)] : [])),
    overstays: files.flatMap((one) => (one.kind === 'OVERSTAY' ? [overstayFileView(context, one)] : [])),
  };
}
