import type { Movement } from '../domain/clearance/travel_facts.ts';
import type { Result } from '../domain/result.ts';
import type { DeclarationRecord, RegisteredPaper } from '../domain/travel/advance.ts';

/** Who is asked about; `code` names a declaration. */
export interface CentralQuery {
  readonly documentNumber: string;
  readonly issuer: string;
  readonly nationality: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly personalNumber: string | null;
  readonly code: string | null;
}

/** TIMEOUT: no answer within the limit. OFFLINE: no connection, or an answer that is none. */
export type CentralSilence = 'TIMEOUT' | 'OFFLINE';

/** The central system of the authority. Its connection is nowhere published; this is all the booth needs of it. */
export interface CentralRegister {
  /** Visas and cards. */
  visas(query: CentralQuery): Promise<Result<readonly RegisteredPaper[], CentralSilence>>;
  movements(query: CentralQuery): Promise<Result<readonly Movement[], CentralSilence>>;
  declarations(query: CentralQuery): Promise<Result<readonly DeclarationRecord[], CentralSilence>>;
}
