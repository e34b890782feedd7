import { may, type Permission } from '../access/permissions.ts';
import type { Answerer } from '../clearance/who_answers.ts';
import type { OverstayExplained } from '../entry/explanation.ts';
import type { Act, PrintedForm } from '../refusal/file.ts';
import { err, ok, type Result } from '../result.ts';
import type { OverstayFile } from './file.ts';

interface Done {
  readonly by: Answerer;
  readonly at: number;
}

/** What may happen in the procedure of an overstay, in this order. */
export type OverstayEvent =
  | ({
      readonly type: 'MEASURE';
      readonly tier: number;
      readonly fineVnd: number;
      readonly mitigating: string | null;
      readonly expulsionToDepartment: boolean;
    } & Done)
  | ({
      readonly type: 'MINUTES';
      readonly signed: 'SIGNED' | 'REFUSED_TO_SIGN';
      readonly witness: string | null;
    } & Done)
  | ({ readonly type: 'PAYMENT'; readonly receipt: string | null; readonly reason: string | null } & Done)
  | ({ readonly type: 'CLOSE' } & Done)
  /** `here`: the person still stands at the counter or in the second line for the very days of this file. */
  | ({ readonly type: 'END'; readonly reason: string; readonly here: boolean } & Done)
  | { readonly type: 'PRINTED'; readonly form: PrintedForm };

/** Why an event is refused; nothing changed then. */
export const OVERSTAY_REFUSED_WHY = [
  'OUT_OF_ORDER',
  'SUPERVISOR_NEEDED',
  'HEAD_OF_UNIT_NEEDED',
  'SAME_PERSON',
  'NO_SUCH_TIER',
  'FINE_OUTSIDE_TIER',
  'NO_EXPULSION',
  'WITNESS_MISSING',
  'REASON_MISSING',
  'STILL_HERE',
  'PAID_ALREADY',
] as const;
export type OverstayRefusedWhy = (typeof OVERSTAY_REFUSED_WHY)[number];

const MILLION = 1_000_000;

/** The file of an overstay just found. */
export function openOverstay(recordNumber: string, explained: OverstayExplained, opened: Act): OverstayFile {
  return {
    stage: 'OPEN',
    recordNumber,
    explained,
    opened,
    measure: null,
    minutes: null,
    payment: null,
    closed: null,
    forms: [],
  };
}

/** Who may decide the measure: where expulsion may be considered, the head of unit. */
export function deciderOf({ explained }: Pick<OverstayFile, 'explained'>): Permission {
  const proposed = explained.tiers.find(({ tier }) => tier === explained.tier);
  return proposed?.expulsionPossible === true ? 'DECIDE_FOR_UNIT' : 'SUPERVISE';
}

function whyNoMeasure(
  file: OverstayFile,
  { by, tier, fineVnd, expulsionToDepartment }: Extract<OverstayEvent, { type: 'MEASURE' }>,
): OverstayRefusedWhy | null {
  if (file.stage !== 'OPEN') return 'OUT_OF_ORDER';
  const decider = deciderOf(file);
  if (!may(by.roles, decider)) return decider === 'SUPERVISE' ? 'SUPERVISOR_NEEDED' : 'HEAD_OF_UNIT_NEEDED';
  if (by.number === file.opened.by) return 'SAME_PERSON';
  const row = file.explained.tiers.find((one) => one.tier === tier);
  // The days are a fact: another tier than theirs is nobody's to choose.
  if (row === undefined || tier !== file.explained.tier) return 'NO_SUCH_TIER';
  const [least, most] = row.fineVndMillion;
  if (fineVnd < least * MILLION || fineVnd > most * MILLION) return 'FINE_OUTSIDE_TIER';
  return expulsionToDepartment && !row.expulsionPossible ? 'NO_EXPULSION' : null;
}

function measured(
  file: OverstayFile,
  event: Extract<OverstayEvent, { type: 'MEASURE' }>,
): Result<OverstayFile, OverstayRefusedWhy> {
  const why = whyNoMeasure(file, event);
  if (why !== null) return err(why);
  const { tier, fineVnd, mitigating, expulsionToDepartment, by, at } = event;
  const measure = { tier, fineVnd, mitigating, expulsionToDepartment, by: by.number, at };
  return ok({ ...file, stage: 'MEASURED', measure });
}

/**
 * Ends a procedure that leads nowhere: the traveller went back, or the days were others. Who would decide the measure decides
 * this, with a reason; what was done stays written, and nothing counts as settled: at the next departure the law asks anew
 * (Law 47/2014/QH13 Art 27(2)).
 */
function ended(
  file: OverstayFile,
  { reason, here, by, at }: Extract<OverstayEvent, { type: 'END' }>,
): Result<OverstayFile, OverstayRefusedWhy> {
  if (file.closed !== null) return err('OUT_OF_ORDER');
  if (file.stage === 'PAID') return err('PAID_ALREADY');
  const decider = deciderOf(file);
  if (!may(by.roles, decider)) return err(decider === 'SUPERVISE' ? 'SUPERVISOR_NEEDED' : 'HEAD_OF_UNIT_NEEDED');
  if (by.number === file.opened.by) return err('SAME_PERSON');
  if (here) return err('STILL_HERE');
  return ok({ ...file, stage: 'ENDED', closed: { by: by.number, at }, ended: reason });
}

/** One step of an overstay's procedure: pure and total. */
export function overstayStep(file: OverstayFile, event: OverstayEvent): Result<OverstayFile, OverstayRefusedWhy> {
  switch (event.type) {
    case 'MEASURE':
      return measured(file, event);
    case 'MINUTES': {
      if (file.stage !== 'MEASURED') return err('OUT_OF_ORDER');
      const { signed, witness, by, at } = event;
      if (signed === 'REFUSED_TO_SIGN' && witness === null) return err('WITNESS_MISSING');
      return ok({ ...file, stage: 'MINUTED', minutes: { signed, witness, by: by.number, at } });
    }
    case 'PAYMENT': {
      if (file.stage !== 'MINUTED' && file.stage !== 'UNPAID') return err('OUT_OF_ORDER');
      const { receipt, reason, by, at } = event;
      if (receipt === null && reason === null) return err('REASON_MISSING');
      const stage = receipt === null ? 'UNPAID' : 'PAID';
      return ok({ ...file, stage, payment: { receipt, reason, by: by.number, at } });
    }
    case 'CLOSE': {
      if (file.stage !== 'PAID' && file.stage !== 'UNPAID') return err('OUT_OF_ORDER');
      const closed = { by: event.by.number, at: event.at };
      return ok({ ...file, stage: file.stage === 'PAID' ? 'SETTLED' : 'NOT_SETTLED', closed });
    }
    case 'END':
      return ended(file, event);
    case 'PRINTED':
      return ok({ ...file, forms: [...file.forms, event.form] });
  }
}
