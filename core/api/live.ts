/** A value that windows follow: every follower gets the present one at once and the newest after each change; none is queued. */
export class Live<T> {
  #current: T;
  readonly #wakers = new Set<() => void>();

  constructor(first: T) {
    this.#current = first;
  }

  get current(): T {
    return this.#current;
  }

  set(value: T): void {
    this.#current = value;
    for (const wake of this.#wakers) wake();
  }

  /** Ends when `signal` is aborted. A slow follower misses what lies between, never the last. */
  async *follow(signal: AbortSignal | undefined): AsyncGenerator<T, void, void> {
    let changed = true;
    let wake = () => {};
    const onChange = () => {
      changed = true;
      wake();
    };
    this.#wakers.add(onChange);
    signal?.addEventListener('abort', onChange);
    try {
      while (signal?.aborted !== true) {
        if (changed) {
          changed = false;
          yield this.#current;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.#wakers.delete(onChange);
      signal?.removeEventListener('abort', onChange);
    }
  }
}
