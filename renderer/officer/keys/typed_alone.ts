/** A person's fingers leave more than this between two keys, in ms; a reader that types as a keyboard leaves less. */
const ALONE_MS = 40;

/** Answers that a single key gives: held back for as long as a burst would need to show itself. */
export interface TypedAlone {
  /** A printable key came. `run` happens only if no other such key came just before it or comes just after. */
  typed(now: number, run: (() => void) | null): void;
}

/**
 * Keeps a code reader that types as a keyboard from answering a question: what comes in a burst answers nothing.
 * `after` runs something later and returns how to call it off.
 */
export function typedAlone(after: (ms: number, run: () => void) => () => void): TypedAlone {
  let last = Number.NEGATIVE_INFINITY;
  let callOff = () => {};
  return {
    typed(now, run) {
      callOff();
      callOff = () => {};
      const burst = now - last < ALONE_MS;
      last = now;
      if (!burst && run !== null) callOff = after(ALONE_MS, run);
    },
  };
}
