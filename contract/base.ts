import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '../core/domain/access/permissions.ts';

/**
 * Who may make a call: whoever may do the act it needs (core/domain/access/permissions.ts). `WINDOW` = any window that came
 * through the door, signed in or not; null = nobody. `demoOnly` = the dev dock, in training alone.
 */
export interface CallMeta {
  readonly needs: Permission | 'WINDOW' | null;
  readonly demoOnly?: boolean;
}

/** Every call can end in one of these; the codes are turned into sentences on the screen. */
export const base = oc.$meta<CallMeta>({ needs: null }).errors({
  NOT_SIGNED_IN: { message: 'NOT_SIGNED_IN' },
  ROLE_FORBIDDEN: { message: 'ROLE_FORBIDDEN' },
  TRAINING_ONLY: { message: 'TRAINING_ONLY' },
  TOO_MANY_CALLS: { message: 'TOO_MANY_CALLS' },
  STORE_FAILED: { message: 'STORE_FAILED', data: z.object({ code: z.string() }) },
});

/** What a person shows to be known by. */
export const numberAndPin = z.object({
  number: z.string().regex(/^[0-9]{4,8}$/),
  pin: z.string().regex(/^[0-9]{4,12}$/),
});

/** What a browser engine is handed: JSON of the Web Authentication standard, made by the booth. */
export const ceremonyOptions = z.record(z.string(), z.unknown());

/**
 * How a PIN may fail, wherever it is asked for. `SECOND_FACTOR_NEEDED`: the PIN is right, nothing was done, and the engine is to
 * ask a security key of this person; `session.showKey` takes its answer, and the same call made again goes through once.
 */
export const pinErrors = {
  LOGIN_WRONG: { message: 'LOGIN_WRONG', data: z.object({ attemptsLeft: z.number() }) },
  LOGIN_LOCKED: { message: 'LOGIN_LOCKED', data: z.object({ until: z.number() }) },
  SECOND_FACTOR_NEEDED: {
    message: 'SECOND_FACTOR_NEEDED',
    data: z.object({ number: z.string(), options: ceremonyOptions }),
  },
  SECOND_FACTOR_UNREGISTERED: { message: 'SECOND_FACTOR_UNREGISTERED' },
};
