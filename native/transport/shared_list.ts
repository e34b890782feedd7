import type { Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

type List<T> = () => Promise<Result<readonly T[], DeviceProblem>>;

/** A list that many devices ask for; `changed` says that something was plugged in or out. */
export interface SharedList<T> {
  readonly list: List<T>;
  changed(): void;
}

/** After something was plugged in, its numbers become known a little later: no answer is believed for longer than this. */
const UNSETTLED_FOR_MS = 3000;
const UNSETTLED_AGE_MS = 100;

/**
 * Asks the system once for all who want to know at the same time, and again only when the answer is older than `ageMs` or
 * something has happened since: asking what is plugged in starts a program on some systems, and ten devices that are not
 * there would ask twice a second. A failure is not kept.
 */
export function sharedList<T>(ask: List<T>, clock: Clock, ageMs: number): SharedList<T> {
  let running: ReturnType<List<T>> | null = null;
  let last: { readonly at: number; readonly answer: Awaited<ReturnType<List<T>>> } | null = null;
  let changedAt = Number.NEGATIVE_INFINITY;
  let changes = 0;

  const list: List<T> = async () => {
    const now = clock.monotonic();
    const believed = last !== null && last.at - changedAt < UNSETTLED_FOR_MS ? UNSETTLED_AGE_MS : ageMs;
    if (last !== null && now - last.at < believed) return last.answer;
    const asked = changes;
    running ??= ask().then((answer) => {
      // What changed while it was asked may be missing from the answer.
      if (asked !== changes) return answer;
      running = null;
      last = answer.ok ? { at: now, answer } : null;
      return answer;
    });
    return running;
  };
  return {
    list,
    changed: () => {
      changedAt = clock.monotonic();
      changes += 1;
      last = null;
      running = null;
    },
  };
}
