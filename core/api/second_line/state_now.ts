import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { OverstayFile } from '../../domain/overstay/file.ts';
import type { SecondLineFile } from '../../domain/second_line/file.ts';
import { overstaySettled } from '../../domain/second_line/open_file.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { LaneContext } from '../lane_context.ts';

/**
 * The state of a second-line file with what became of its overstay since. That is read from the overstay's own file, so that
 * a power cut between the two loses nothing; where the store does not answer, the overstay counts as open.
 */
export async function stateNow(
  { caseFiles }: LaneContext,
  file: CaseFile,
  { clearance }: ClearanceState,
): Promise<SecondLineFile> {
  const state = file.state as unknown as SecondLineFile;
  if (!state.overstayOpen || file.closedAt !== null) return state;
  const beside = await caseFiles.ofClearance(clearance.id);
  const settled = (beside.ok ? beside.value : []).find(
    (one) => one.kind === 'OVERSTAY' && (one.state as unknown as OverstayFile).stage === 'SETTLED',
  );
  return settled === undefined ? state : overstaySettled(state, clearance, settled.number);
}
