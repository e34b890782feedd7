/** Tells a document that still lies there from one that was laid again. */
export interface RepeatFilter {
  /** True for the first sight of this text. Each sight prolongs the memory of it. */
  isNew(text: string, atMs: number): boolean;
  forget(): void;
}

/**
 * A re-armed reader reads a document that was left lying again and again. The same text counts as the same laying until
 * it was not seen for `gapMs`. Times are monotonic milliseconds.
 */
export function repeatFilter(gapMs: number): RepeatFilter {
  let last: { text: string; at: number } | null = null;
  return {
    isNew: (text, at) => {
      const repeated = last !== null && last.text === text && at - last.at < gapMs;
      last = { text, at };
      return !repeated;
    },
    forget: () => {
      last = null;
    },
  };
}
