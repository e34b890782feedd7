import { err, ok, type Result } from '../result.ts';
import type { PostureOrder, Profiles } from './posture.ts';

export type OrderRefused = 'NOT_ORDERABLE' | 'TIME_WRONG' | 'TOO_LONG' | 'EVENT_MISSING' | 'OVER_ALREADY';

const HOUR = 3_600_000;
/** A plan may be laid so far ahead, in ms. */
const FARTHEST = 90 * 24 * HOUR;

/** A new order; one for the past, for longer than its profile may run, or an EVENT without its name is refused. */
export function order(
  profiles: Profiles,
  given: Omit<PostureOrder, 'beganAt' | 'ended'>,
): Result<PostureOrder, OrderRefused> {
  const { longestHours } = profiles[given.profile];
  if (longestHours === 0) return err('NOT_ORDERABLE');
  if (given.from < given.setAt || given.until <= given.from || given.from > given.setAt + FARTHEST)
    return err('TIME_WRONG');
  if (given.until - given.from > longestHours * HOUR) return err('TOO_LONG');
  if ((given.profile === 'EVENT') !== (given.event !== null)) return err('EVENT_MISSING');
  return ok({ ...given, beganAt: null, ended: null });
}

/** What the clock asks of an order now: to begin, to end, or nothing. */
export function due(one: PostureOrder, now: number): 'BEGIN' | 'END' | null {
  if (one.ended !== null) return null;
  if (now >= one.until) return 'END';
  return one.beganAt === null && now >= one.from ? 'BEGIN' : null;
}

export const begun = (one: PostureOrder, at: number): PostureOrder => ({ ...one, beganAt: at });

/** By itself, at its own end. A booth that was off then says so later; the order had ended all the same. */
export const lapsed = (one: PostureOrder): PostureOrder => ({
  ...one,
  ended: { at: one.until, by: null, reason: null },
});

/** Earlier than planned, by a head of unit. */
export function endedEarly(
  one: PostureOrder,
  ending: { readonly at: number; readonly by: string; readonly reason: string },
): Result<PostureOrder, OrderRefused> {
  return one.ended !== null || ending.at >= one.until ? err('OVER_ALREADY') : ok({ ...one, ended: ending });
}

/** How long until the clock asks something of one of these, in ms; null: never. */
export function nextLook(orders: readonly PostureOrder[], now: number): number | null {
  const moments = orders
    .filter(({ ended }) => ended === null)
    .map(({ beganAt, from, until }) => (beganAt === null ? from : until));
  return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - now);
}
