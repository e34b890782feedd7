import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';

/** The machine's own time, for device tools that run outside a booth. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The machine's own randomness. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  bytes: (length) => Uint8Array.from(randomBytes(length)),
};
