import type { RefusalGround } from '../entry/rules.ts';
import type { FormLanguage } from '../forms/form_kinds.ts';

/** Somebody did something at a moment (wall time, ms). */
export interface Act {
  readonly by: string;
  readonly at: number;
}

/** A form that was printed: its bytes are evidence under this hash. */
export interface PrintedForm extends Act {
  readonly form: string;
  readonly language: FormLanguage;
  readonly hash: string;
}

export const REFUSAL_STAGES = ['PROPOSED', 'REFUSED', 'RETURNED', 'SECOND_LINE', 'REVERSED'] as const;
export type RefusalStage = (typeof REFUSAL_STAGES)[number];
export const REFUSAL_ANSWERS = ['REFUSE', 'RETURN_TO_COUNTER', 'TO_SECOND_LINE'] as const;
export type RefusalAnswer = (typeof REFUSAL_ANSWERS)[number];

/** What goes with a proposal by itself, because the booth has it already. */
export const REFUSAL_EVIDENCE = [
  'DOCUMENT',
  'CHECKS',
  'BASES',
  'VISA',
  'DECLARATION',
  'MOVEMENTS',
  'COMPARISON',
  'NOTES',
] as const;
export type RefusalEvidence = (typeof REFUSAL_EVIDENCE)[number];

/** The order of a minister that grounds 7 to 9 rest on. `date`: YYYY-MM-DD. */
export interface MinisterOrder {
  readonly number: string;
  readonly date: string;
}

/**
 * A proposed refusal of entry and what became of it (Law 47/2014/QH13 Arts 21-22): an officer proposes, the head of unit
 * decides. Plain JSON, stored after every step; nothing is ever taken out.
 */
export interface RefusalFile {
  readonly stage: RefusalStage;
  readonly recordNumber: string;
  readonly ground: number;
  /** Who decides by law; for all but the head of unit the decision is an order that the head carries out. */
  readonly decider: RefusalGround['decider'];
  readonly legalBasis: readonly string[];
  /** What the officer found, in own words. */
  readonly found: string;
  readonly evidence: readonly RefusalEvidence[];
  readonly carrier: string | null;
  readonly returnFlight: string | null;
  readonly proposed: Act;
  readonly decided:
    | (Act & {
        readonly answer: RefusalAnswer;
        readonly reason: string;
        readonly order: MinisterOrder | null;
      })
    | null;
  /** Told to take the person back, to whom. */
  readonly carrierTold: (Act & { readonly to: string }) | null;
  readonly reversed: (Act & { readonly reason: string }) | null;
  readonly forms: readonly PrintedForm[];
}
