import type { RuleSet } from '../domain/entry/rules.ts';

/** The rule set by which the lane judges now, and whose signature held when it was taken in. */
export interface RulesNow {
  readonly rules: RuleSet;
  readonly signedBy: string | null;
}

/** The law in this booth. */
export interface RulesInForce {
  /** Null: none is installed or the one that was is damaged; then the law is said to be NOT_PERFORMED, never passed. */
  current(): RulesNow | null;
}
