import { may } from '../access/permissions.ts';
import type { Answerer } from '../clearance/who_answers.ts';
import { err, ok, type Result } from '../result.ts';
import type { MinisterOrder, PrintedForm, RefusalAnswer, RefusalFile, RefusalStage } from './file.ts';

interface Done {
  readonly by: Answerer;
  readonly at: number;
}

/** What may happen to a proposed refusal. */
export type RefusalEvent =
  | ({
      readonly type: 'DECIDE';
      readonly answer: RefusalAnswer;
      readonly reason: string;
      readonly order: MinisterOrder | null;
    } & Done)
  | ({ readonly type: 'CARRIER_TOLD'; readonly to: string } & Done)
  | ({ readonly type: 'REVERSE'; readonly reason: string } & Done)
  | { readonly type: 'PRINTED'; readonly form: PrintedForm };

/** Why an event is refused; nothing changed then. */
export const REFUSAL_REFUSED_WHY = [
  'DECIDED_ALREADY',
  'NOT_DECIDED',
  'HEAD_OF_UNIT_NEEDED',
  'SAME_PERSON',
  'ORDER_MISSING',
  'REVERSED_ALREADY',
] as const;
export type RefusalRefusedWhy = (typeof REFUSAL_REFUSED_WHY)[number];

const STAGE_OF: Record<RefusalAnswer, RefusalStage> = {
  REFUSE: 'REFUSED',
  RETURN_TO_COUNTER: 'RETURNED',
  TO_SECOND_LINE: 'SECOND_LINE',
};

/** Who proposed does not decide; grounds that a minister decides need the minister's order. */
function whyNotDecided(
  file: RefusalFile,
  { by, answer, order }: Extract<RefusalEvent, { type: 'DECIDE' }>,
): RefusalRefusedWhy | null {
  if (file.stage !== 'PROPOSED') return 'DECIDED_ALREADY';
  if (!may(by.roles, 'DECIDE_FOR_UNIT')) return 'HEAD_OF_UNIT_NEEDED';
  if (by.number === file.proposed.by) return 'SAME_PERSON';
  return answer === 'REFUSE' && file.decider !== 'HEAD_OF_UNIT' && order === null ? 'ORDER_MISSING' : null;
}

/** One step of a refusal: pure and total. */
export function refusalStep(file: RefusalFile, event: RefusalEvent): Result<RefusalFile, RefusalRefusedWhy> {
  switch (event.type) {
    case 'DECIDE': {
      const why = whyNotDecided(file, event);
      if (why !== null) return err(why);
      const { answer, reason, order, by, at } = event;
      return ok({ ...file, stage: STAGE_OF[answer], decided: { answer, reason, order, by: by.number, at } });
    }
    case 'CARRIER_TOLD':
      if (file.stage !== 'REFUSED') return err('NOT_DECIDED');
      return ok({ ...file, carrierTold: { to: event.to, by: event.by.number, at: event.at } });
    case 'REVERSE':
      if (file.stage === 'REVERSED') return err('REVERSED_ALREADY');
      if (file.stage !== 'REFUSED') return err('NOT_DECIDED');
      if (!may(event.by.roles, 'DECIDE_FOR_UNIT')) return err('HEAD_OF_UNIT_NEEDED');
      // The head who decided may take it back; who proposed it may not.
      if (event.by.number === file.proposed.by) return err('SAME_PERSON');
      return ok({ ...file, stage: 'REVERSED', reversed: { reason: event.reason, by: event.by.number, at: event.at } });
    case 'PRINTED':
      return ok({ ...file, forms: [...file.forms, event.form] });
  }
}
