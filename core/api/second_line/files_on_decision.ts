import type { Clearance } from '../../domain/clearance/clearance.ts';
import { openRefusal } from '../../domain/refusal/open_refusal.ts';
import { openFile } from '../../domain/second_line/open_file.ts';
import { silentMessage } from '../../domain/second_line/silent_message.ts';
import type { CaseFile, CaseKind } from '../../ports/case_files.ts';
import { asJson, type LaneContext } from '../lane_context.ts';

/**
 * The files that a decision opens, for the very step that stores the decision: the second line's where it refers, the
 * refusal's where one is proposed, and the silent message of a person whom a discreet entry knows. All bear the number of the record, so that none is counted.
 */
export function filesOnDecision(context: LaneContext, clearance: Clearance): readonly CaseFile[] {
  const { decision } = clearance;
  if (decision === null) return [];
  const fileOf = (kind: CaseKind, id: string, state: unknown): CaseFile => ({
    id,
    kind,
    number: clearance.recordNumber,
    lane: clearance.lane,
    openedAt: decision.at,
    closedAt: null,
    clearance: clearance.id,
    state: asJson(state),
  });
  // Every name is drawn for every decision, whether it is used or not: what comes after tells of none.
  const names = { referral: context.ids.uuid(), refusal: context.ids.uuid(), message: context.ids.uuid() };
  const message = silentMessage(clearance);
  return [
    ...(decision.kind === 'REFERRED' ? [fileOf('SECOND_LINE', names.referral, openFile(clearance, decision))] : []),
    ...(decision.refusal === undefined
      ? []
      : [fileOf('REFUSAL', names.refusal, openRefusal(clearance, decision.refusal, decision))]),
    ...(message === null ? [] : [fileOf('DISCREET', names.message, message)]),
  ];
}
