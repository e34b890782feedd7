import type { Clearance } from '../../domain/clearance/clearance.ts';
import { openFile } from '../../domain/second_line/open_file.ts';
import { silentMessage } from '../../domain/second_line/silent_message.ts';
import type { CaseFile, CaseKind } from '../../ports/case_files.ts';
import { asJson, type LaneContext } from '../lane_context.ts';

/**
 * The files that a decision opens, for the very step that stores the decision: the second line's where it refers, and the
 * silent message of a person whom a discreet entry knows. Both bear the number of the record, so that none is counted.
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
  // Both names are drawn for every decision, whether they are used or not: what comes after tells of neither.
  const names = { referral: context.ids.uuid(), message: context.ids.uuid() };
  const message = silentMessage(clearance);
  return [
    ...(decision.kind === 'REFERRED' ? [fileOf('SECOND_LINE', names.referral, openFile(clearance, decision))] : []),
    ...(message === null ? [] : [fileOf('DISCREET', names.message, message)]),
  ];
}
