import type { Readable } from 'node:stream';

/** Signals that ask for an ordered end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * One Ctrl+C under npm arrives twice: from the terminal, and from npm which hands its own on. So only a signal this long
 * after the first, in ms, means that a person has lost patience.
 */
const IMPATIENT_AFTER_MS = 1_000;

/** Waits for the first reason to end. A later second signal ends at once. */
export class Ending {
  readonly reached: Promise<string>;
  #reach: (why: string) => void = () => undefined;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
    let askedAt: number | null = null;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (askedAt !== null && performance.now() - askedAt > IMPATIENT_AFTER_MS) process.exit(1);
        askedAt ??= performance.now();
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
