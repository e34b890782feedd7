import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/** A line that has not been quiet once within this time will never be. */
const NEVER_QUIET_MS = 1000;

/** How long a HID device must have said nothing: reports that wait in the system come at once. */
export const QUIET_REPORTS_MS = 50;

/** Waits for the line to be quiet after opening, so that the rest of an old frame is not taken for a new one. */
export interface QuietWait {
  /** Call for each arriving piece; the bytes themselves are thrown away. */
  noise(bytes: number): void;
  /** The bytes thrown away, or DEVICE_FLOOD when they never end. */
  readonly done: Promise<Result<number, DeviceProblem>>;
  stop(): void;
}

export function waitForQuiet(clock: Clock, quietMs: number): QuietWait {
  let thrownAway = 0;
  let settle: (result: Result<number, DeviceProblem>) => void = () => {};
  const done = new Promise<Result<number, DeviceProblem>>((resolve) => {
    settle = resolve;
  });
  let cancelQuiet = clock.after(quietMs, () => finish(ok(thrownAway)));
  const cancelLimit = clock.after(NEVER_QUIET_MS, () =>
    finish(err({ code: 'DEVICE_FLOOD', detail: `${thrownAway} bytes without a pause after opening` })),
  );
  const finish = (result: Result<number, DeviceProblem>): void => {
    cancelQuiet();
    cancelLimit();
    settle(result);
  };
  return {
    noise: (bytes) => {
      thrownAway += bytes;
      cancelQuiet();
      cancelQuiet = clock.after(quietMs, () => finish(ok(thrownAway)));
    },
    done,
    stop: () => finish(err({ code: 'DEVICE_UNPLUGGED', detail: 'ended while waiting for a quiet line' })),
  };
}
