import type { BoothView } from '../../contract/session.ts';

type AccessExample =
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'login';
      readonly booth: Partial<BoothView>;
      readonly refusal?: { readonly code: string; readonly data: Record<string, unknown> };
    };

const KEYS = { securityKeys: true };

/** Every state of a unit that asks for security keys, by name. */
export const ACCESS_EXAMPLES: Readonly<Record<string, AccessExample>> = {
  'login-keys': { kind: 'login', booth: KEYS },
  'login-key-none': { kind: 'login', booth: KEYS, refusal: { code: 'SECOND_FACTOR_UNREGISTERED', data: {} } },
  'login-key-wrong': { kind: 'login', booth: KEYS, refusal: { code: 'SECOND_FACTOR_WRONG', data: {} } },
  'key-wait': { kind: 'desk' },
  'key-wait-over-form': { kind: 'desk' },
  'key-make': { kind: 'desk' },
  'key-register': { kind: 'desk' },
  access: { kind: 'desk' },
  'access-loading': { kind: 'desk' },
  'access-none': { kind: 'desk' },
  'access-not-here': { kind: 'desk' },
  'access-register': { kind: 'desk' },
  'access-remove': { kind: 'desk' },
};
