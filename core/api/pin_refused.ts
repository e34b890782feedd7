import type { CeremonyOptions } from '../ports/security_keys.ts';
import type { PinProblem } from './pin_check.ts';

/** The declared errors of a call that asks for a PIN. */
export interface PinErrors {
  STORE_FAILED(options: { data: { code: string } }): Error;
  LOGIN_WRONG(options: { data: { attemptsLeft: number } }): Error;
  LOGIN_LOCKED(options: { data: { until: number } }): Error;
  SECOND_FACTOR_NEEDED(options: { data: { number: string; options: CeremonyOptions } }): Error;
  SECOND_FACTOR_UNREGISTERED(): Error;
}

/** What a wrong PIN, or a key that is still to be shown, turns into on the wire. */
export function pinRefused(problem: PinProblem, errors: PinErrors): Error {
  switch (problem.code) {
    case 'LOGIN_WRONG':
      return errors.LOGIN_WRONG({ data: { attemptsLeft: problem.attemptsLeft } });
    case 'LOGIN_LOCKED':
      return errors.LOGIN_LOCKED({ data: { until: problem.until } });
    case 'SECOND_FACTOR_NEEDED':
      return errors.SECOND_FACTOR_NEEDED({ data: { number: problem.number, options: problem.options } });
    case 'SECOND_FACTOR_UNREGISTERED':
      return errors.SECOND_FACTOR_UNREGISTERED();
    case 'STORE_FAILED':
      return errors.STORE_FAILED({ data: { code: problem.problem.code } });
  }
}
