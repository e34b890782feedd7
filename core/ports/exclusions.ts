import type { Result } from '../domain/result.ts';
import type { Exclusion } from '../domain/screening/exclusion.ts';
import type { StorageProblem } from './records.ts';

/** The booth's memory of "not the same person". It is written by `Records.commit`, in the step that decides. */
export interface Exclusions {
  /** Every exclusion of a document (`issuer:number`) that nobody took back, also those run out; newest first. */
  ofDocument(documentKey: string): Promise<Result<readonly Exclusion[], StorageProblem>>;
  /** Of all documents the newest that nobody took back, also those run out. Which document it was can not be told. */
  recent(limit: number): Promise<Result<readonly Exclusion[], StorageProblem>>;
}
