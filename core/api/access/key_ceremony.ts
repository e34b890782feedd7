import type { SecondFactorPolicy } from '../../domain/access/second_factor.ts';
import type { KeyCeremony } from '../../ports/security_keys.ts';

/** The ceremony of a lane that never asks for a key. */
const NO_KEYS: KeyCeremony = {
  registrationOptions: async () => ({}),
  registered: async () => null,
  signInOptions: async () => ({}),
  signed: async () => null,
};

/** The cryptography that a unit's policy needs; a lane that asks for no keys loads nothing of them. */
export const keyCeremony = async (policy: SecondFactorPolicy): Promise<KeyCeremony> =>
  policy === 'OFF' ? NO_KEYS : (await import('./web_authentication.ts')).webAuthentication;
