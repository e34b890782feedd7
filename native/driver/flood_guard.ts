import type { Clock } from '../../core/ports/clock.ts';

/** No MRZ reader says more, not even over USB: this is some 2500 documents in a second. */
const BYTES_A_SECOND = 262_144;

/** A device that sends pictures says more: over USB two of the largest in a second. */
export const PICTURES_BYTES_A_SECOND = 4 * 1024 * 1024;

/** Counts arriving bytes; says true once they come faster than any MRZ reader speaks, or than `limit` a second. */
export function floodGuard(clock: Clock, limit = BYTES_A_SECOND): (bytes: number) => boolean {
  let windowStart = clock.monotonic();
  let seen = 0;
  return (bytes) => {
    const now = clock.monotonic();
    if (now - windowStart >= 1000) {
      windowStart = now;
      seen = 0;
    }
    seen += bytes;
    return seen > limit;
  };
}
