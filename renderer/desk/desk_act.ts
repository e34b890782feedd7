/** A tool or a decision of the bar: one key, one label, and why it is closed where it is. */
export interface DeskAct {
  /** As on the cap: `F2`, `Ctrl P`. */
  readonly cap: string;
  readonly label: string;
  /** Under the label of a decision, the reason of a closed tool. */
  readonly detail?: string;
  readonly open: boolean;
  readonly pressed?: boolean;
  readonly testId: string;
  run(): void;
}

/** The bar of a page: up to six tools on the left; F8 and F9; and the one closing act, F12. */
export interface DeskActs {
  readonly tools: readonly DeskAct[];
  readonly decisions: readonly DeskAct[];
  /** Counts only when it has been open for 400 ms on the same subject. */
  readonly closing: DeskAct | null;
  /** What the closing act would end, such as the id of a case. */
  readonly subject: string | null;
}
