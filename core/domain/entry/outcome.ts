import type { RefusalGround, Rule } from './rules.ts';

export const OUTCOMES = ['clear', 'refer', 'overstay-procedure', 'propose-refusal', 'not-permitted-to-exit'] as const;
/** From mildest to most severe; the most severe finding is the outcome. The engine proposes, a named person decides. */
export type Outcome = (typeof OUTCOMES)[number];

/** Why the law answers as it does; sentences live in resources/locales. G0 is an order that names no group. */
export const LEGAL_REASONS = [
  'DOC_EXPIRED',
  'DOC_DAMAGED',
  'DOC_REVOKED',
  'DOC_REPLACED',
  'DOC_NOT_FOR_TRAVEL',
  'DOC_SINGLE_USE_SPENT',
  'LEGAL_PASSPORT_6M',
  'LEGAL_NO_VISA',
  'LEGAL_VISA_NOT_VALID',
  'LEGAL_VISA_USED',
  'LEGAL_VISA_GATE',
  'LEGAL_VISA_FORGED',
  'LEGAL_VISA_MAXIMUM',
  'LEGAL_VISA_PURPOSE',
  'LEGAL_WINDOW_SPENT',
  'LEGAL_GATE_KIND',
  'LEGAL_ZONE_LEFT',
  'LEGAL_TRANSIT_LEAVES_AREA',
  'LEGAL_CARD_EXPIRED',
  'LEGAL_MINOR_ALONE',
  'LEGAL_HEALTH',
  'LEGAL_ORDER_HEALTH',
  'LEGAL_ORDER_DISASTER',
  'LEGAL_ORDER_SECURITY',
  'LEGAL_ENTRY_BAN',
  'LEGAL_EXPELLED_3Y',
  'LEGAL_FORCED_6M',
  'LIST_LAPSED',
  'LEGAL_ORDER_END_UNCERTAIN',
  'LEGAL_SPECIAL_PERMISSION',
  'LEGAL_ESCORTED',
  'LEGAL_DESTINATION_UNPROVEN',
  'MOVE_NO_OPEN_ENTRY',
  'MOVE_OPEN_ENTRY_EXISTS',
  'MOVE_IDENTITY_CHANGED',
  'DOC_ONE_ONLY',
  'LEGAL_OVERSTAY',
  'LEGAL_CITIZEN_ADMITTED',
  'LEGAL_SUSPENDED_G0',
  'LEGAL_SUSPENDED_G1',
  'LEGAL_SUSPENDED_G2',
  'LEGAL_SUSPENDED_G3',
  'LEGAL_SUSPENDED_G4',
  'LEGAL_SUSPENDED_G5',
  'LEGAL_SUSPENDED_G6',
  'LEGAL_SUSPENDED_G7',
  'LEGAL_SUSPENDED_G8',
  'LEGAL_SUSPENDED_G9',
] as const;
export type LegalReason = (typeof LEGAL_REASONS)[number];

/** The reason of an exit suspension of this group (1 to 9); an unknown group is group 0. */
export function suspendedBy(group: number | undefined): LegalReason {
  return LEGAL_REASONS.find((reason) => reason === `LEGAL_SUSPENDED_G${group ?? 0}`) ?? 'LEGAL_SUSPENDED_G0';
}

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
  /** The gravest first. */
  readonly reasons: readonly LegalReason[];
  readonly ruleIds: readonly string[];
  readonly missingFacts?: readonly string[];
}

function graver(a: Outcome, b: Outcome): Outcome {
  return OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b;
}

/** What is put into a verdict piece by piece. */
export class Findings {
  #outcome: Outcome = 'clear';
  readonly #rules = new Map<string, Rule>();
  /** With the gravest outcome each was found for. */
  readonly #reasons = new Map<LegalReason, Outcome>();
  readonly #missing = new Set<string>();
  readonly #decisive = new Set<string>();
  #apart: Outcome = 'clear';
  #extra: Partial<Verdict> = {};

  /** A reason and the rules it rests on; the outcome only ever becomes more severe. */
  find(outcome: Outcome, reason: LegalReason, ...rules: readonly (Rule | undefined)[]): void {
    this.#outcome = graver(this.#outcome, outcome);
    if (reason !== 'LEGAL_OVERSTAY') this.#apart = graver(this.#apart, outcome);
    this.#reasons.set(reason, graver(this.#reasons.get(reason) ?? 'clear', outcome));
    this.rest(...rules);
  }

  /** Rules the verdict rests on without a reason against it. */
  rest(...rules: readonly (Rule | undefined)[]): void {
    for (const rule of rules) if (rule !== undefined) this.#rules.set(rule.id, rule);
  }

  /** A fact that could change the verdict. `decisive`: without it nothing can be decided at the counter. */
  miss(fact: string, decisive: boolean): void {
    this.#missing.add(fact);
    if (!decisive) return;
    this.#decisive.add(fact);
    this.#outcome = graver(this.#outcome, 'refer');
    this.#apart = graver(this.#apart, 'refer');
  }

  /** Facts without which nothing can be decided at the counter. */
  get decisive(): readonly string[] {
    return [...this.#decisive];
  }

  /** What the outcome would be were there no overstay. */
  get apartFromOverstay(): Outcome {
    return this.#apart;
  }

  /** Who decides a proposed refusal: the decider of the first ground found. */
  decidedBy(decider: RefusalGround['decider']): void {
    this.#extra = { decider, ...this.#extra };
  }

  /** Values of the verdict; later ones win. */
  say(extra: Partial<Verdict>): void {
    this.#extra = { ...this.#extra, ...extra };
  }

  #gravestFirst(): LegalReason[] {
    const found = [...this.#reasons].sort(([, a], [, b]) => OUTCOMES.indexOf(b) - OUTCOMES.indexOf(a));
    return found.map(([reason]) => reason);
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
      reasons: this.#gravestFirst(),
      ruleIds: rules.map(({ id: rule }) => rule),
      ...(this.#missing.size === 0 ? {} : { missingFacts: [...this.#missing] }),
    };
  }
}
