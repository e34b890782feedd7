import * as z from 'zod';

const pinned = z.object({
  version: z.string(),
  digest: z.string(),
  signedBy: z.string().nullable(),
  issued: z.number().nullable(),
  base: z.string().nullable(),
});

/** A rule set by its whole digest: another file under the same name is not it. */
export type PinnedRules = Readonly<z.infer<typeof pinned>>;

const mark = z.object({
  /** Null: nothing was ever activated, and the product's own tables hold. */
  current: pinned
    .extend({ put: z.object({ at: z.number(), by: z.string(), second: z.string() }).nullable() })
    .nullable(),
  before: pinned.nullable(),
  /** The version that was last told of in the journal. */
  last: z.string().nullable(),
});

/** Which rules are in force, as it stands in the booth's store. */
export type RulesMark = Readonly<z.infer<typeof mark>>;

export const NO_MARK: RulesMark = { current: null, before: null, last: null };

/** What is stored, or nothing where nothing is. */
export function readMark(stored: unknown): RulesMark {
  const parsed = mark.safeParse(stored);
  return parsed.success ? parsed.data : NO_MARK;
}
