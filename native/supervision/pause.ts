import type { Clock } from '../../core/ports/clock.ts';

/** Nothing is tried again sooner, however often devices come and go on the machine. */
const SHORTEST_MS = 100;
/** A device file is there a moment before it can be opened. */
const SETTLE_MS = 20;

/** A wait that an event may cut short. */
export interface Pause {
  /** True when it was cut short. */
  readonly over: Promise<boolean>;
  /** Something was plugged in or out: waits no longer than it must. */
  hurry(): void;
  end(): void;
}

export function pause(clock: Clock, delayMs: number): Pause {
  const from = clock.monotonic();
  let finish: (cutShort: boolean) => void = () => {};
  const over = new Promise<boolean>((resolve) => {
    finish = resolve;
  });
  let hurried = false;
  let cancel = clock.after(delayMs, () => finish(false));
  return {
    over,
    hurry: () => {
      const left = from + delayMs - clock.monotonic();
      const needed = Math.max(SETTLE_MS, from + SHORTEST_MS - clock.monotonic());
      if (hurried || left <= needed) return;
      hurried = true;
      cancel();
      cancel = clock.after(needed, () => finish(true));
    },
    end: () => {
      cancel();
      finish(false);
    },
  };
}
