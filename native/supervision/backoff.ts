import type { Ids } from '../../core/ports/ids.ts';

/** Waits between attempts, milliseconds. */
const STEPS = [250, 500, 1000, 2000] as const;
/** The wait after that where events tell of plugging in: the slow sweep under them, which costs next to nothing. */
const SWEEP_MS = 5000;
/** Up to this share is added, so that several devices of a lane do not all try at once. */
const JITTER = 0.2;

/**
 * The wait before attempt number `attempt` (0 = the first after a failure), in milliseconds. Where no event tells that the
 * device is back (`told` false) it never grows beyond 2 s, for a device must be in service 3 s after it was plugged in.
 */
export function backoffMs(attempt: number, told: boolean, ids: Ids): number {
  const step = STEPS[attempt] ?? (told ? SWEEP_MS : (STEPS[STEPS.length - 1] ?? SWEEP_MS));
  const [random = 0] = ids.bytes(1);
  return Math.round(step * (1 + (JITTER * random) / 255));
}
