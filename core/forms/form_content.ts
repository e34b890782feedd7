/** What is written into a paper. */
export interface FormContent {
  readonly number: string;
  readonly gate: string;
  /** Where the paper is made, before its day. */
  readonly place: string;
  /** The day of the act that it tells of, YYYY-MM-DD in the gate's own time. */
  readonly day: string;
  /** Wall time (ms) of the act that the paper tells of: the same file gives the same bytes. */
  readonly at: number;
  /** By the names that the template uses; what is absent or empty leaves its row out. */
  readonly values: Readonly<Record<string, string>>;
  /** The arithmetic, a line each: what, what in Vietnamese, how much. */
  readonly sums: readonly (readonly [string, string, string])[];
  /** Rows by the name of their table, in the order of its columns. */
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
}
