import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { OverstayFile } from '../../domain/overstay/file.ts';
import type { RefusalFile } from '../../domain/refusal/file.ts';
import type { CaseFile } from '../../ports/case_files.ts';

/** A file with the clearance it came from, as that was when the file was opened. */
interface OfClearance {
  readonly file: CaseFile;
  readonly clearance: ClearanceState;
}

export type OpenedRefusal = OfClearance & { readonly kind: 'REFUSAL'; readonly state: RefusalFile };
export type OpenedOverstay = OfClearance & { readonly kind: 'OVERSTAY'; readonly state: OverstayFile };
export type OpenedDecision = OpenedRefusal | OpenedOverstay;
