import type { OverstayFileView } from '../../../contract/decisions_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { isComplete, NOBODY, type NumberAndPin } from '../../ui/number_and_pin.tsx';
import type { Overstay } from './law_words.ts';

/** What is due in the file of an overstay. */
export type DueStep = 'OPEN' | 'MEASURE' | 'MINUTES' | 'PAYMENT' | 'CLOSE' | 'DONE';

const DUE: Readonly<Record<OverstayFileView['stage'], DueStep>> = {
  OPEN: 'MEASURE',
  MEASURED: 'MINUTES',
  MINUTED: 'PAYMENT',
  PAID: 'CLOSE',
  UNPAID: 'PAYMENT',
  SETTLED: 'DONE',
  // A procedure that ended unpaid is begun anew by another file.
  NOT_SETTLED: 'OPEN',
  ENDED: 'OPEN',
};

export const stepNow = (file: OverstayFileView | null): DueStep => (file === null ? 'OPEN' : DUE[file.stage]);

/** What the steps take; kept while the file goes on, so that nothing typed is lost by an answer. */
export interface OverstayTyped {
  readonly million: string;
  readonly mitigating: string;
  readonly expulsion: boolean;
  readonly decider: NumberAndPin;
  readonly signed: 'SIGNED' | 'REFUSED_TO_SIGN';
  readonly witness: string;
  readonly receipt: string;
  readonly reason: string;
}

const rowOf = ({ tiers, tier }: Overstay) => tiers.find((one) => one.tier === tier);

/** The least fine of the proposed tier stands there first: what is decided is the decider's. */
export const BEGIN = (overstay: Overstay): OverstayTyped => ({
  million: String(rowOf(overstay)?.fineVndMillion[0] ?? ''),
  mitigating: '',
  expulsion: false,
  decider: NOBODY,
  signed: 'SIGNED',
  witness: '',
  receipt: '',
  reason: '',
});

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A fine in million VND, typed with comma or point, as VND; null where it is no number. */
function fineOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1_000_000) : null;
}

/** The call of a step, begun; null where something is still to be filled in. */
export function callOf(
  step: DueStep,
  { decisions }: BoothClient,
  given: {
    readonly clearance: string;
    readonly file: OverstayFileView | null;
    readonly overstay: Overstay;
    readonly typed: OverstayTyped;
  },
): Promise<unknown> | null {
  const { clearance, overstay, typed } = given;
  if (step === 'OPEN') return decisions.openOverstay({ clearance });
  const file = given.file?.id;
  if (file === undefined) return null;
  switch (step) {
    case 'MEASURE': {
      const fineVnd = fineOf(typed.million);
      const tier = overstay.tier;
      if (fineVnd === null || tier === null || !isComplete(typed.decider)) return null;
      const { decider, mitigating, expulsion } = typed;
      return decisions.overstayMeasure({
        ...{ file, tier, fineVnd, decider },
        mitigating: said(mitigating),
        expulsionToDepartment: expulsion,
      });
    }
    case 'MINUTES': {
      const witness = said(typed.witness);
      if (typed.signed === 'REFUSED_TO_SIGN' && witness === null) return null;
      return decisions.overstayMinutes({ file, signed: typed.signed, witness });
    }
    case 'PAYMENT': {
      const receipt = said(typed.receipt);
      const reason = receipt === null ? said(typed.reason) : null;
      return receipt === null && reason === null ? null : decisions.overstayPayment({ file, receipt, reason });
    }
    case 'CLOSE':
      return decisions.closeOverstay({ file });
    case 'DONE':
      return null;
  }
}
