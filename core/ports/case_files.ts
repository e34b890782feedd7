import type { Result } from '../domain/result.ts';
import type { Json, StorageProblem } from './stored.ts';

/** What a file can be about; each kind has a machine of its own in `core/domain`. */
export const CASE_KINDS = ['REFUSAL', 'OVERSTAY', 'SECOND_LINE', 'DISCREET', 'INCIDENT', 'SHIFT', 'POSTURE'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A matter that outlives the clearance it came from; stored whole after every step, never deleted. */
export interface CaseFile {
  readonly id: string;
  readonly kind: CaseKind;
  /** What people call it, such as `A07-2026-0047`; unique within its kind. */
  readonly number: string;
  readonly lane: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** The clearance it came from, or null. */
  readonly clearance: string | null;
  /** The state of its machine. */
  readonly state: Json;
}

/** A piece of evidence: its name is the SHA-256 of its bytes, so that it can only be what it was. */
export interface Evidence {
  /** Lower-case hexadecimal. */
  readonly hash: string;
  /** Such as `application/pdf`. */
  readonly mediaType: string;
  /** What people call it. */
  readonly name: string;
  readonly addedAt: number;
  readonly bytes: Uint8Array;
}

/** Reading of files and evidence; they are written by steps (`RecordStep.files`, `RecordStep.evidence`). */
export interface CaseFiles {
  /** Not closed, oldest first. */
  open(kind: CaseKind): Promise<Result<readonly CaseFile[], StorageProblem>>;
  byId(id: string): Promise<Result<CaseFile | null, StorageProblem>>;
  /** Of every kind, oldest first; DISCREET ones are among them, and whoever shows files to an officer leaves those out. */
  ofClearance(clearance: string): Promise<Result<readonly CaseFile[], StorageProblem>>;
  /** Closed at or after `since` (ms), newest first. */
  closedSince(kind: CaseKind, since: number, limit: number): Promise<Result<readonly CaseFile[], StorageProblem>>;
  /** How many of a kind were ever opened on a lane whose number begins with this text. */
  countNumbered(kind: CaseKind, prefix: string): Promise<Result<number, StorageProblem>>;
  evidence(hash: string): Promise<Result<Evidence | null, StorageProblem>>;
}
