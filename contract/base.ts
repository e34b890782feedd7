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

/** How a PIN may fail, wherever it is asked for. */
export const pinErrors = {
  LOGIN_WRONG: { message: 'LOGIN_WRONG', data: z.object({ attemptsLeft: z.number() }) },
  LOGIN_LOCKED: { message: 'LOGIN_LOCKED', data: z.object({ until: z.number() }) },
};
