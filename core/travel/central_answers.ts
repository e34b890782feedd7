import type { Movement, SourceAnswer } from '../domain/clearance/travel_facts.ts';
import type { Result } from '../domain/result.ts';
import type { DeclarationRecord, RegisteredPaper } from '../domain/travel/advance.ts';
import type { CentralQuery, CentralRegister, CentralSilence } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';

/** One question to the centre with how it ended. */
export interface Asked<T> {
  readonly answer: T | null;
  readonly state: Exclude<SourceAnswer['state'], 'LOCAL'>;
  readonly tookMs: number;
}

export interface CentralAnswers {
  readonly visas: Asked<readonly RegisteredPaper[]>;
  readonly movements: Asked<readonly Movement[]>;
  readonly declarations: Asked<readonly DeclarationRecord[]>;
}

/** Asks the centre everything at once. `register` null: none is connected; `online` false: it is not asked. */
export async function askCentre(
  register: CentralRegister | null,
  query: CentralQuery,
  online: boolean,
  clock: Clock,
): Promise<CentralAnswers> {
  const asked = async <T>(ask: (from: CentralRegister) => Promise<Result<T, CentralSilence>>): Promise<Asked<T>> => {
    if (register === null) return { answer: null, state: 'NOT_CONNECTED', tookMs: 0 };
    if (!online) return { answer: null, state: 'OFFLINE', tookMs: 0 };
    const began = clock.monotonic();
    const told = await ask(register);
    const tookMs = Math.round(clock.monotonic() - began);
    return told.ok ? { answer: told.value, state: 'CENTRAL', tookMs } : { answer: null, state: told.error, tookMs };
  };
  const [visas, movements, declarations] = await Promise.all([
    asked((from) => from.visas(query)),
    asked((from) => from.movements(query)),
    asked((from) => from.declarations(query)),
  ]);
  return { visas, movements, declarations };
}

/**
 * How a source is said to have answered: the centre; else the booth's own copy with its age; else why nobody did. A centre that
 * was asked in vain is said to be silent, and `asOf` says whether a copy stood in for it.
 */
export function sourceAnswer(source: SourceAnswer['source'], asked: Asked<unknown>, copy: number | null): SourceAnswer {
  const { state, tookMs } = asked;
  if (state === 'CENTRAL') return { source, state, asOf: null, tookMs };
  if (state === 'NOT_CONNECTED' && copy !== null) return { source, state: 'LOCAL', asOf: copy, tookMs };
  return { source, state, asOf: copy, tookMs };
}
