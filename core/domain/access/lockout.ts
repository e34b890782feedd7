/** Lock-out arithmetic: after `attempts` wrong PINs in a row an account is locked for `lockMinutes`. */
export interface LockoutPolicy {
  readonly attempts: number;
  readonly lockMinutes: number;
}

export interface LoginFailures {
  readonly failures: number;
  /** Wall time in ms, or null. */
  readonly lockedUntil: number | null;
}

export function isLocked(state: LoginFailures, now: number): boolean {
  return state.lockedUntil !== null && now < state.lockedUntil;
}

/** The next state after one wrong PIN; a lock that has run out starts the count anew. */
export function afterWrongPin(state: LoginFailures, now: number, policy: LockoutPolicy): LoginFailures {
  const earlier = state.lockedUntil === null ? state.failures : 0;
  const failures = earlier + 1;
  if (failures < policy.attempts) return { failures, lockedUntil: null };
  return { failures, lockedUntil: now + policy.lockMinutes * 60_000 };
}

export function attemptsLeft(state: LoginFailures, policy: LockoutPolicy): number {
  return Math.max(0, policy.attempts - state.failures);
}
