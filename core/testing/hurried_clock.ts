import type { Clock } from '../ports/clock.ts';

/** The machine's time, which a test moves on: what has become due by that is called at once. */
export function hurriedClock(): Clock & { moveOn(ms: number): void } {
  let ahead = 0;
  const waiting = new Set<{ readonly due: number; readonly run: () => void; timer: NodeJS.Timeout }>();
  const now = () => Date.now() + ahead;
  return {
    now,
    monotonic: () => performance.now() + ahead,
    after(delayMs, run) {
      const one = {
        due: now() + delayMs,
        run,
        timer: setTimeout(() => {
          waiting.delete(one);
          run();
        }, delayMs),
      };
      one.timer.unref();
      waiting.add(one);
      return () => {
        clearTimeout(one.timer);
        waiting.delete(one);
      };
    },
    moveOn(ms) {
      ahead += ms;
      for (const one of [...waiting].filter(({ due }) => due <= now()).sort((a, b) => a.due - b.due)) {
        clearTimeout(one.timer);
        waiting.delete(one);
        one.run();
      }
    },
  };
}
