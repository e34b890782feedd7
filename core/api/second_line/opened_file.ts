import type { ClearanceState } from '../../domain/clearance/step.ts';
import type { SecondLineFile } from '../../domain/second_line/file.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { StoredClearance } from '../../ports/records.ts';

/** A file as the desk keeps it, with the clearance it came from. */
export interface OpenedFile {
  readonly file: CaseFile;
  readonly state: SecondLineFile;
  readonly stored: StoredClearance;
  readonly clearance: ClearanceState;
  /** Earlier crossings with the document, newest first. */
  readonly earlier: readonly StoredClearance[];
}
