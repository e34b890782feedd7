import type { RefusalGround, Rule } from './rules.ts';

export const OUTCOMES = ['clear', 'refer', 'overstay-procedure', 'propose-refusal', 'not-permitted-to-exit'] as const;
/** From mildest to most severe; the most severe finding is the outcome. The engine proposes, a named person decides. */
export type Outcome = (typeof OUTCOMES)[number];

/** Why the law answers as it does; sentences live in resources/locales. */
export type LegalReason =
  | 'DOC_EXPIRED'
  | 'DOC_DAMAGED'
  | 'DOC_REVOKED'
  | 'DOC_REPLACED'
  | 'DOC_NOT_FOR_TRAVEL'
  | 'DOC_SINGLE_USE_SPENT'
  | 'LEGAL_PASSPORT_6M'
  | 'LEGAL_NO_VISA'
  | 'LEGAL_VISA_NOT_VALID'
  | 'LEGAL_VISA_USED'
  | 'LEGAL_VISA_GATE'
  | 'LEGAL_VISA_FORGED'
  | 'LEGAL_VISA_MAXIMUM'
  | 'LEGAL_VISA_PURPOSE'
  | 'LEGAL_WINDOW_SPENT'
  | 'LEGAL_GATE_KIND'
  | 'LEGAL_ZONE_LEFT'
  | 'LEGAL_TRANSIT_LEAVES_AREA'
  | 'LEGAL_CARD_EXPIRED'
  | 'LEGAL_MINOR_ALONE'
  | 'LEGAL_HEALTH'
  | 'LEGAL_ORDER_HEALTH'
  | 'LEGAL_ORDER_DISASTER'
  | 'LEGAL_ORDER_SECURITY'
  | 'LEGAL_ENTRY_BAN'
  | 'LEGAL_EXPELLED_3Y'
  | 'LEGAL_FORCED_6M'
  | 'LIST_LAPSED'
  | 'LEGAL_ORDER_END_UNCERTAIN'
  | 'LEGAL_SPECIAL_PERMISSION'
  | 'LEGAL_ESCORTED'
  | 'LEGAL_DESTINATION_UNPROVEN'
  | 'MOVE_NO_OPEN_ENTRY'
  | 'MOVE_OPEN_ENTRY_EXISTS'
  | 'MOVE_IDENTITY_CHANGED'
  | 'DOC_ONE_ONLY'
  | 'LEGAL_OVERSTAY'
  | 'LEGAL_CITIZEN_ADMITTED'
  | `LEGAL_SUSPENDED_G${number}`;

/** The law's answer for one crossing, with everything it rests on. */
export interface Verdict {
  readonly id?: string;
  readonly outcome: Outcome;
  /** Last day of the permitted stay, YYYY-MM-DD; absent where none is given. */
  readonly stayUntil?: string;
  readonly daysOver?: number;
  readonly tier?: number;
  readonly fineVndMillion?: readonly [number, number];
  readonly expulsionPossible?: boolean;
  readonly decider?: RefusalGround['decider'];
  readonly legalBasis: readonly string[];
  readonly reasons: readonly LegalReason[];
  readonly ruleIds: readonly string[];
  readonly missingFacts?: readonly string[];
}

/** What is put into a verdict piece by piece. */
export class Findings {
  #outcome: Outcome = 'clear';
  readonly #rules = new Map<string, Rule>();
  readonly #reasons = new Set<LegalReason>();
  readonly #missing = new Set<string>();
  #extra: Partial<Verdict> = {};

  /** A reason and the rules it rests on; the outcome only ever becomes more severe. */
  find(outcome: Outcome, reason: LegalReason, ...rules: readonly (Rule | undefined)[]): void {
    if (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(this.#outcome)) this.#outcome = outcome;
    this.#reasons.add(reason);
    this.rest(...rules);
  }

  /** Rules the verdict rests on without a reason against it. */
  rest(...rules: readonly (Rule | undefined)[]): void {
    for (const rule of rules) if (rule !== undefined) this.#rules.set(rule.id, rule);
  }

  /** A fact that could change the verdict. `decisive`: without it nothing can be decided at the counter. */
  miss(fact: string, decisive: boolean): void {
    this.#missing.add(fact);
    if (decisive && this.#outcome === 'clear') this.#outcome = 'refer';
  }

  /** Who decides a proposed refusal: the decider of the first ground found. */
  decidedBy(decider: RefusalGround['decider']): void {
    this.#extra = { decider, ...this.#extra };
  }

  /** Values of the verdict; later ones win. */
  say(extra: Partial<Verdict>): void {
    this.#extra = { ...this.#extra, ...extra };
  }

  verdict(id: string | undefined): Verdict {
    const rules = [...this.#rules.values()];
    const { stayUntil, decider, ...extra } = this.#extra;
    const admitted = this.#outcome === 'clear' || this.#outcome === 'refer';
    return {
      ...(id === undefined ? {} : { id }),
      outcome: this.#outcome,
      // Nobody who is not let in is given a stay, and only a proposed refusal has a decider.
      ...(stayUntil === undefined || (!admitted && this.#outcome === 'propose-refusal') ? {} : { stayUntil }),
      ...(decider === undefined || this.#outcome !== 'propose-refusal' ? {} : { decider }),
      ...extra,
      legalBasis: [...new Set(rules.map(({ source }) => `${source.act}, ${source.article}`))],
      reasons: [...this.#reasons],
      ruleIds: rules.map(({ id: rule }) => rule),
      ...(this.#missing.size === 0 ? {} : { missingFacts: [...this.#missing] }),
    };
  }
}
