import type { Ids } from '../core/ports/ids.ts';

/** Waits between attempts, milliseconds. The last is the cap: the slow sweep under the events of plugging in. */
const STEPS = [250, 500, 1000, 2000, 5000] as const;
/** Up to this share is added, so that several devices of a lane do not all try at once. */
const JITTER = 0.2;

/** The wait before attempt number `attempt` (0 = the first after a failure), in milliseconds. */
export function backoffMs(attempt: number, ids: Ids): number {
  const step = STEPS[Math.min(attempt, STEPS.length - 1)] ?? 5000;
  const [random = 0] = ids.bytes(1);
  return Math.round(step * (1 + (JITTER * random) / 255));
}
