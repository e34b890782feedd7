import type { CheckId } from '../clearance/check.ts';
import type { HitAnswer } from '../clearance/clearance.ts';
import type { Answerer } from '../clearance/who_answers.ts';
import type { Channel, ConfirmationAnswer, Escalation, MeasureKind, Rechecked, SecondLineOutcome } from './file.ts';

interface Done {
  readonly by: Answerer;
  readonly at: number;
}

/** What may happen to a file. Whoever does it is known with roles, so that the machine alone judges. */
export type SecondLineEvent =
  | ({ readonly type: 'ESCORTED'; readonly escort: string } & Done)
  | ({ readonly type: 'TAKE' } & Done)
  | ({ readonly type: 'TAKE_OVER'; readonly reason: string } & Done)
  | ({ readonly type: 'PUT_BACK' } & Done)
  | ({
      readonly type: 'ANSWERED';
      readonly question: string | null;
      readonly asked: string | null;
      readonly answer: string;
    } & Done)
  | ({
      readonly type: 'RECHECKED';
      readonly check: CheckId;
      readonly result: Rechecked['result'];
      readonly reason: string;
      readonly second: Answerer | null;
    } & Done)
  | ({
      readonly type: 'COMPARED';
      readonly entry: string;
      readonly answer: HitAnswer;
      readonly second: Answerer | null;
    } & Done)
  | ({
      readonly type: 'CONFIRMATION_ASKED';
      readonly entry: string;
      readonly authority: string;
      readonly channel: Channel;
    } & Done)
  | ({
      readonly type: 'CONFIRMATION_ANSWERED';
      readonly entry: string;
      readonly result: ConfirmationAnswer;
      readonly note: string;
    } & Done)
  | ({ readonly type: 'MEASURE'; readonly kind: MeasureKind; readonly text: string } & Done)
  | ({ readonly type: 'DECIDE'; readonly outcome: SecondLineOutcome; readonly offline: boolean } & Done)
  /** Time itself: nobody does it. */
  | { readonly type: 'ESCALATE'; readonly entry: string; readonly to: Escalation; readonly at: number };

/** Why an event is refused; nothing changed then. */
export const REFUSED_WHY = [
  'CLOSED',
  'NOT_TAKEN',
  'LOCKED',
  'TAKEN_ALREADY',
  'NOT_SUPERVISOR',
  'ESCORTED_ALREADY',
  'NO_SUCH_ENTRY',
  'SECOND_PERSON',
  'ASKED_ALREADY',
  'NOT_ASKED',
  'TOO_EARLY',
  'NOT_DUE',
  'ENTRIES_OPEN',
  'SAME_PERSON',
  'CONFIRMATION_OPEN',
  'CONFIRMATION_STANDS',
  'CHECKS_IN_DOUBT',
  'OVERSTAY_OPEN',
  'NOT_FOR_CITIZENS',
  'NOT_AT_DEPARTURE',
] as const;
export type RefusedWhy = (typeof REFUSED_WHY)[number];
