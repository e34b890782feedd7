import type { OverstayExplained } from '../entry/explanation.ts';
import type { Act, PrintedForm } from '../refusal/file.ts';

export const OVERSTAY_STAGES = [
  'OPEN',
  'MEASURED',
  'MINUTED',
  'PAID',
  'UNPAID',
  'SETTLED',
  'NOT_SETTLED',
  'ENDED',
] as const;
export type OverstayStage = (typeof OVERSTAY_STAGES)[number];

/**
 * The procedure of one overstay, between its finding and the closing of the entry (Law 47/2014/QH13 Art 27(2); the decree
 * in force on fines). The software proposes a tier; a named person decides within it.
 */
export interface OverstayFile {
  readonly stage: OverstayStage;
  readonly recordNumber: string;
  /** The arithmetic as it stood at the opening. */
  readonly explained: OverstayExplained;
  readonly opened: Act;
  readonly measure:
    | (Act & {
        readonly tier: number;
        /** Whole dong, within the tier. */
        readonly fineVnd: number;
        readonly mitigating: string | null;
        /** The Department is asked whether to expel; that is not decided at the gate. */
        readonly expulsionToDepartment: boolean;
      })
    | null;
  readonly minutes: (Act & { readonly signed: 'SIGNED' | 'REFUSED_TO_SIGN'; readonly witness: string | null }) | null;
  /** Receipt number, or null with the reason why nothing was paid. */
  readonly payment: (Act & { readonly receipt: string | null; readonly reason: string | null }) | null;
  readonly closed: Act | null;
  /** Why the procedure was ended before its end, where it was; then it is closed and nothing is settled. */
  readonly ended?: string;
  readonly forms: readonly PrintedForm[];
}
