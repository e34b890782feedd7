import type { Explanation } from '../entry/explanation.ts';
import type { Facts } from '../entry/facts.ts';
import type { Verdict } from '../entry/outcome.ts';

/** What the law said in a clearance, with all it was said upon: enough to say it again years later. */
export interface LawAnswer {
  /** The whole facts as the engine was given them. */
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly explanation: Explanation;
  readonly rules: { readonly version: string; readonly signedBy: string | null };
  readonly at: number;
  readonly durationMs: number;
}
