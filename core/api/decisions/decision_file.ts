import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { OverstayFile } from '../../domain/overstay/file.ts';
import type { RefusalFile } from '../../domain/refusal/file.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { LaneContext } from '../lane_context.ts';

/** A file with the clearance it came from, as that was when the file was opened. */
interface OfClearance {
  readonly file: CaseFile;
  readonly clearance: ClearanceState;
}

export type OpenedRefusal = OfClearance & { readonly kind: 'REFUSAL'; readonly state: RefusalFile };
export type OpenedOverstay = OfClearance & { readonly kind: 'OVERSTAY'; readonly state: OverstayFile };
export type OpenedDecision = OpenedRefusal | OpenedOverstay;

/** A file of the store with its clearance; null for one of another kind, or whose clearance is not to be had. */
export async function openedDecision({ records }: LaneContext, file: CaseFile): Promise<OpenedDecision | null> {
  const stored = await records.clearanceById(file.clearance ?? '');
  if (!stored.ok || stored.value === null) return null;
  const clearance = stored.value.state as unknown as ClearanceState;
  if (file.kind === 'REFUSAL') return { kind: file.kind, file, clearance, state: file.state as unknown as RefusalFile };
  if (file.kind === 'OVERSTAY')
    return { kind: file.kind, file, clearance, state: file.state as unknown as OverstayFile };
  return null;
}
