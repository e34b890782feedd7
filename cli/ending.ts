import type { Readable } from 'node:stream';

/** Signals that ask for an ordered end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the first reason to end. A second signal while the end is under way ends at once. */
export class Ending {
  readonly reached: Promise<string>;
  #reach: (why: string) => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
    let asked = false;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        this.#reach(signal);
      });
    }
  }

  /** Any other reason. */
  now(why: string): void {
    this.#reach(why);
  }

  /** The shell's child ends with its shell. */
  atEndOf(input: Readable): void {
    input.on('end', () => this.#reach('the shell is gone'));
    input.on('error', () => this.#reach('the shell is gone'));
  }
}
