import type { Clock } from '../../core/ports/clock.ts';

/** A clock that stands until it is moved: a replay takes no longer than the driver needs to think. */
export interface ReplayClock extends Clock {
  /** Goes on to this moment without calling anybody: what was recorded to come first comes first. */
  reach(ms: number): void;
  /** Calls whoever is due next, if that is not after `limit`; false when nobody is. */
  step(limit: number): boolean;
}

export function replayClock(): ReplayClock {
  let now = 0;
  let serial = 0;
  let due: { readonly at: number; readonly serial: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after: (delayMs, run) => {
      serial += 1;
      const one = { at: now + delayMs, serial, run };
      due = [...due, one].sort((a, b) => a.at - b.at || a.serial - b.serial);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    reach: (ms) => {
      now = Math.max(now, ms);
    },
    step: (limit) => {
      const [next] = due;
      if (next === undefined || next.at > limit) return false;
      due = due.slice(1);
      now = Math.max(now, next.at);
      next.run();
      return true;
    },
  };
}
