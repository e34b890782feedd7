import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from './ports/clock.ts';
import type { Ids } from './ports/ids.ts';

function clock(holdsProcess: boolean): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      if (!holdsProcess) timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** The machine's own time. What is still to be called does not keep a process alive that has nothing else to do. */
export const systemClock = clock(false);

/** The same for a command that may have nothing but this wait: its process lives until it is over. */
export const waitingClock = clock(true);

/** The machine's own randomness. */
export const systemIds: Ids = { uuid: () => randomUUID(), bytes: (length) => Uint8Array.from(randomBytes(length)) };
