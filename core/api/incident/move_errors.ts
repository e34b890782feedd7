import type { MoveRefused } from '../../domain/incident/moves.ts';
import type { Result } from '../../domain/result.ts';
import type { IncidentProblem } from './incidents.ts';

/** The declared errors of a call on an incident. */
export interface MoveErrors {
  NO_SUCH_INCIDENT(): Error;
  INCIDENT_REFUSED(options: { data: { why: MoveRefused } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

/** What a move gave, or the error it turns into on the wire. */
export function moved<T>(result: Result<T, IncidentProblem>, errors: MoveErrors): T {
  if (result.ok) return result.value;
  switch (result.error.code) {
    case 'NO_SUCH_INCIDENT':
      throw errors.NO_SUCH_INCIDENT();
    case 'REFUSED':
      throw errors.INCIDENT_REFUSED({ data: { why: result.error.why } });
    case 'STORE_FAILED':
      throw errors.STORE_FAILED({ data: { code: result.error.problem.code } });
  }
}
