import type { Clock } from '../ports/clock.ts';
import { systemClock } from '../system_ports.ts';

/** The machine's clock, set forward by hand; what waits is called when the hand has passed it. */
export class HandClock implements Clock {
  #ahead = 0;
  readonly #waiting = new Set<{ at: number; run: () => void }>();
  now = () => systemClock.now() + this.#ahead;
  monotonic = () => systemClock.monotonic() + this.#ahead;
  after(delayMs: number, run: () => void): () => void {
    const one = { at: this.now() + delayMs, run };
    const call = () => {
      if (this.#waiting.delete(one)) run();
    };
    this.#waiting.add(one);
    const cancel = systemClock.after(delayMs, call);
    return () => {
      this.#waiting.delete(one);
      cancel();
    };
  }
  advance(ms: number): void {
    this.#ahead += ms;
    for (const one of [...this.#waiting].sort((a, b) => a.at - b.at)) {
      if (one.at <= this.now() && this.#waiting.delete(one)) one.run();
    }
  }
}
