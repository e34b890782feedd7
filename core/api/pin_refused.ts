import type { PinProblem } from './pin_check.ts';

/** The declared errors of a call that asks for a PIN. */
export interface PinErrors {
  STORE_FAILED(options: { data: { code: string } }): Error;
  LOGIN_WRONG(options: { data: { attemptsLeft: number } }): Error;
  LOGIN_LOCKED(options: { data: { until: number } }): Error;
}

/** What a wrong PIN turns into on the wire. */
export function pinRefused(problem: PinProblem, errors: PinErrors): Error {
  switch (problem.code) {
    case 'LOGIN_WRONG':
      return errors.LOGIN_WRONG({ data: { attemptsLeft: problem.attemptsLeft } });
    case 'LOGIN_LOCKED':
      return errors.LOGIN_LOCKED({ data: { until: problem.until } });
    case 'STORE_FAILED':
      return errors.STORE_FAILED({ data: { code: problem.problem.code } });
  }
}
