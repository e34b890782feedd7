import type { Sentence } from '../../i18n/sentence.ts';

/** One thing the technician can do now: the tile, the key and the reason why not come from this one place. */
export interface Act {
  /** As `nameOf` says it. */
  readonly key: string;
  /** As it stands on the key; the same where absent. */
  readonly cap?: string;
  readonly label: Sentence;
  /** What it does, or why it is closed. */
  readonly detail: Sentence;
  readonly open: boolean;
  readonly pressed?: boolean;
  readonly testId: string;
  run(): void;
}

/** The acts of a page: two on the left of the closing one, and what has a key but no tile. */
export interface PageActs {
  /** F5 means what the page makes of it. */
  readonly own: Act;
  readonly decisions: readonly [Act, Act, Act];
  readonly keys: readonly Act[];
  /** What the closing act closes; a key on its way to an earlier one must not close this one. Null: it may act at once. */
  readonly subject: string | null;
}
