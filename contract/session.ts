import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ROLES } from '../core/domain/access/role.ts';
import { keyErrors, keyName, madeAnswer, signedAnswer } from './access.ts';
import { base, ceremonyOptions, numberAndPin, pinErrors } from './base.ts';
import { deviceView, direction, laneName, listAge, officerView } from './lane_view.ts';
import { presentPosture } from './posture_view.ts';

/** What a window may see before anyone has signed in: the booth's own health, never a case. */
export const boothView = z.object({
  lane: laneName,
  direction,
  version: z.string(),
  now: z.number(),
  connection: z.object({ state: z.enum(['ONLINE', 'OFFLINE']), since: z.number() }),
  /** The oldest list decides; null when no list is loaded. */
  lists: z
    .object({
      age: listAge,
      oldestAsOf: z.number(),
      count: z.number(),
      /** How many of them are AGED, and how many EXPIRED. */
      aged: z.number(),
      expired: z.number(),
    })
    .nullable(),
  journal: z.object({ entries: z.number(), ok: z.boolean() }),
  devices: z.array(deviceView),
  posture: presentPosture,
  /** Keys held at once for the silent call, and whether one of whoever is signed in is written down; none before a sign-in. */
  silentCall: z.object({ chord: z.array(z.string()), heard: z.boolean() }),
  /** Whether this unit asks for security keys at all. */
  securityKeys: z.boolean(),
  storeSetAside: z.boolean(),
  /** A case waits for an officer after a restart. */
  openCase: z.boolean(),
  /** Numbers and PINs of the demo officers, in training only. */
  demoOfficers: z.array(z.object({ number: z.string(), pin: z.string(), role: z.enum(ROLES) })),
  signedIn: officerView.nullable(),
});
export type BoothView = z.infer<typeof boothView>;

export const session = {
  /** Live health of the booth for the login screen. */
  watch: base.meta({ needs: 'WINDOW' }).output(eventIterator(boothView)),
  signIn: base
    .meta({ needs: 'WINDOW' })
    .input(numberAndPin.extend({ direction, shift: z.enum(['1', '2', '3']) }))
    .output(z.object({ officer: officerView }))
    .errors(pinErrors),
  /**
   * The answer of a security key to the question that a call at this window was refused with; one answer to each question, right
   * or wrong. The call may then be made once more within 10 s.
   */
  showKey: base
    .meta({ needs: 'WINDOW' })
    .input(z.object({ response: signedAnswer }))
    .output(z.object({ shown: z.literal(true) }))
    .errors({ SECOND_FACTOR_WRONG: { message: 'SECOND_FACTOR_WRONG' } }),
  /**
   * Begins the registration of a first key, or of one in the place of a lost one, by who cannot sign in without: the holder by
   * number and PIN alone, who stands by with a key too where they have one. `lost`: the holder's other keys are removed.
   */
  registerKey: base
    .meta({ needs: 'WINDOW' })
    .input(z.object({ person: numberAndPin, name: keyName, lost: z.boolean(), second: numberAndPin }))
    .output(z.object({ options: ceremonyOptions }))
    .errors({ ...keyErrors, WRONG_STATE: { message: 'WRONG_STATE' } }),
  /** Keeps the key that the engine made; ends `access.registerKey` and `session.registerKey`. */
  keepKey: base
    .meta({ needs: 'WINDOW' })
    .input(z.object({ response: madeAnswer }))
    .output(z.object({ key: z.string() }))
    .errors({ SECOND_FACTOR_WRONG: { message: 'SECOND_FACTOR_WRONG' } }),
  /** Locks the screen; an open case stays open for the next sign-in. */
  signOut: base.meta({ needs: 'WINDOW' }).output(z.object({ signedOut: z.boolean() })),
};
