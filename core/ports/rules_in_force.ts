import type { RuleSet } from '../domain/entry/rules.ts';
import type { Result } from '../domain/result.ts';

/** Why a rule set cannot be used; `detail` names the place in it, for whoever keeps the tables. */
export interface RulesProblem {
  readonly code:
    | 'RULES_UNREADABLE'
    | 'RULES_INVALID'
    | 'RULES_FORMAT'
    | 'RULES_SCHEMA_UNKNOWN'
    | 'RULES_STATE_OTHER'
    | 'RULES_DAMAGED'
    | 'RULES_OLDER'
    | 'RULES_EXPIRED'
    | 'RULES_BASE_OTHER'
    | 'RULES_IN_FORCE'
    | 'RULES_NO_EARLIER'
    | 'RULES_UNKNOWN'
    | 'RULES_STORE_IO'
    | 'SIGNATURE_MISSING'
    | 'SIGNATURE_UNKNOWN_AUTHORITY'
    | 'SIGNATURE_WRONG';
  readonly detail: string;
}

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

/** A rule set that this booth keeps, without its tables. */
export interface RuleSnapshot {
  readonly version: string;
  /** Null for the tables that came with the product. */
  readonly signedBy: string | null;
  /** When the authority closed it, ms; null for the product's own. */
  readonly issued: number | null;
  /** The version it was made to follow, or null. */
  readonly base: string | null;
}

/** When and by whom a snapshot was put in force; null for the product's own that were there from the first. */
export interface PutInForce {
  readonly at: number;
  readonly by: string;
  readonly second: string;
}

export interface RulesStatus {
  readonly inForce: (RuleSnapshot & { readonly put: PutInForce | null }) | null;
  /** What a return would put in force, or null. */
  readonly before: RuleSnapshot | null;
  /** Taken in, verified and not in force, newest first. */
  readonly waiting: readonly RuleSnapshot[];
  /** Why the snapshot that should be in force is not, and an earlier one is. */
  readonly problem: RulesProblem['code'] | null;
}

/** A signed package in the drop folder, as its header says; what it holds has not been looked at. */
export interface IncomingRules {
  readonly file: string;
  readonly bytes: number;
  readonly writtenAt: number;
}

/** All rule sets of this booth: the one in force, those that wait and those that once were in force. */
export interface RuleSnapshots extends RulesInForce {
  status(): RulesStatus;
  /** The packages in the drop folder, newest first. */
  incoming(): Promise<Result<readonly IncomingRules[], RulesProblem>>;
  /** Verifies a package and lays it beside those in force; nothing is judged by it yet. */
  takeIn(path: string): Promise<Result<RuleSnapshot, RulesProblem>>;
  takeInFile(file: string): Promise<Result<RuleSnapshot, RulesProblem>>;
  /** The tables of a version that is kept here. */
  ruleSet(version: string): Promise<Result<RuleSet, RulesProblem>>;
  /** Whether this version may be put in force now. */
  mayFollow(version: string): RulesProblem | null;
  /** Puts a waiting version in force at once, for good. */
  activate(version: string, by: string, second: string): Promise<Result<RuleSnapshot, RulesProblem>>;
  /** Puts the copy before in force again. */
  goBack(by: string, second: string): Promise<Result<RuleSnapshot, RulesProblem>>;
}
