/** What a unit may ask beside number and PIN at a sign-in: nothing, a security key of who has one, or one of everyone. */
export const SECOND_FACTOR = ['OFF', 'WHERE_REGISTERED', 'REQUIRED'] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR)[number];

/** What a sign-in needs after the right PIN. `UNREGISTERED`: a key is asked for and there is none. */
export function factorNeeded(policy: SecondFactorPolicy, keys: number): 'NOTHING' | 'KEY' | 'UNREGISTERED' {
  if (policy === 'OFF') return 'NOTHING';
  if (keys > 0) return 'KEY';
  return policy === 'REQUIRED' ? 'UNREGISTERED' : 'NOTHING';
}

/**
 * Whether a key may have signed next: a key that counts must count up, or there are two of it (Web Authentication, section
 * 7.2, on signature counters). Zero both times is a key that does not count.
 */
export function counterIsSound(before: number, now: number): boolean {
  return (before === 0 && now === 0) || now > before;
}
