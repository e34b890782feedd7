import type { Lane } from '../lane.ts';
import type { OpenedOverstay } from './decision_file.ts';

/** Whether the person of an overstay stands at this counter, or in the second line, for the very days that the file is about. */
export async function stillHere(
  { runner, context }: Pick<Lane, 'runner' | 'context'>,
  { file, state, clearance: { clearance } }: OpenedOverstay,
): Promise<boolean> {
  const open = runner.state?.clearance;
  if (open?.id === clearance.id)
    return open.overstay?.file === file.number && open.law?.verdict.daysOver === state.explained.daysOver;
  const beside = await context.caseFiles.ofClearance(clearance.id);
  // A store that does not answer lets nothing be ended.
  return !beside.ok || beside.value.some(({ kind, closedAt }) => kind === 'SECOND_LINE' && closedAt === null);
}
