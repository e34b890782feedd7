import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { SECOND_FACTOR } from '../core/domain/access/second_factor.ts';
import { base, ceremonyOptions, numberAndPin, pinErrors } from './base.ts';

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** What the engine answers, as `PublicKeyCredential.toJSON` writes it; its signature is judged in the booth. */
const answer = z.object({
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
});
export const signedAnswer = answer.extend({
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(200).nullish(),
  }),
});
export const madeAnswer = answer.extend({
  response: z.object({ clientDataJSON: base64url(4000), attestationObject: base64url(20_000) }),
});

/** How a holder calls a key, to tell one from another. */
export const keyName = z.string().trim().min(1).max(40);

/** How a registration may be refused before a key is asked for. */
export const keyErrors = {
  ...pinErrors,
  KEYS_OFF: { message: 'KEYS_OFF' },
  KEY_CONFIRMER_NEEDED: { message: 'KEY_CONFIRMER_NEEDED' },
  SAME_PERSON: { message: 'SAME_PERSON' },
  TOO_MANY_KEYS: { message: 'TOO_MANY_KEYS' },
};

export const keysView = z.object({
  policy: z.enum(SECOND_FACTOR),
  keys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      registeredAt: z.number(),
      confirmedBy: z.string(),
      lastUsedAt: z.number().nullable(),
    }),
  ),
});
export type KeysView = z.infer<typeof keysView>;

/** The security keys of whoever is signed in. `second`: who stands by and confirms, with number and PIN. */
export const access = {
  watch: base.meta({ needs: 'KEEP_OWN_KEYS' }).output(eventIterator(keysView)),
  /** Begins a registration; `session.keepKey` ends it. */
  registerKey: base
    .meta({ needs: 'KEEP_OWN_KEYS' })
    .input(z.object({ name: keyName, second: numberAndPin }))
    .output(z.object({ options: ceremonyOptions }))
    .errors(keyErrors),
  removeKey: base
    .meta({ needs: 'KEEP_OWN_KEYS' })
    .input(z.object({ key: base64url(1400), second: numberAndPin }))
    .output(z.object({ removed: z.boolean() }))
    .errors(keyErrors),
};
