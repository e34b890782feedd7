import { err, ok, type Result } from '../result.ts';
import type { Counters, HandOverItem, ShiftFile } from './shift_file.ts';

export type ShiftEvent =
  | {
      readonly type: 'BEGIN_HAND_OVER';
      readonly items: readonly HandOverItem[];
      readonly instructions: string;
      readonly counters: Counters;
      readonly by: string;
      readonly at: number;
    }
  | {
      readonly type: 'ANSWER_ITEM';
      readonly item: string;
      readonly accepted: boolean;
      readonly reason: string;
      readonly by: string;
      readonly at: number;
    }
  | { readonly type: 'CANCEL_HAND_OVER'; readonly by: string; readonly at: number }
  /** Both sign: `by` is signed in, `to` has shown number and PIN. `items` is what the system lists at this very moment. */
  | {
      readonly type: 'SIGN';
      readonly to: string;
      readonly items: readonly HandOverItem[];
      readonly by: string;
      readonly at: number;
    }
  | {
      readonly type: 'CLOSE';
      readonly items: readonly HandOverItem[];
      readonly counters: Counters;
      readonly by: string;
      readonly at: number;
    };

export const SHIFT_REFUSED_WHY = [
  'NO_SHIFT',
  'SHIFT_RUNNING',
  'NOT_YOURS',
  'ENDED',
  'NO_HAND_OVER',
  'HAND_OVER_RUNNING',
  'NO_SUCH_ITEM',
  'REASON_NEEDED',
  'ITEMS_OPEN',
  'ITEMS_CHANGED',
  'CASE_REFUSED_BY_NEXT',
  'SAME_OFFICER',
  'ROLE',
  'CASES_OPEN',
] as const;
export type ShiftRefusedWhy = (typeof SHIFT_REFUSED_WHY)[number];
type Next = Result<ShiftFile, ShiftRefusedWhy>;

/** Matters of persons: none of them may be left without an owner (domain D3.10 point 6). */
const OWNED: readonly HandOverItem['kind'][] = ['OPEN_CASE', 'SECOND_LINE', 'REFUSAL', 'OVERSTAY', 'INCIDENT'];

/** Items that whoever goes may not leave behind unanswered or refused. */
export const mustHaveOwner = ({ kind }: HandOverItem): boolean => OWNED.includes(kind);

const same = (a: HandOverItem, b: HandOverItem): boolean => a.id === b.id && a.state === b.state && a.owner === b.owner;

function answer(file: ShiftFile, { item, accepted, reason, at }: Extract<ShiftEvent, { type: 'ANSWER_ITEM' }>): Next {
  const { handOver } = file;
  if (handOver === null) return err('NO_HAND_OVER');
  if (!handOver.items.some(({ id }) => id === item)) return err('NO_SUCH_ITEM');
  if (!accepted && reason.trim() === '') return err('REASON_NEEDED');
  const answers = [...handOver.answers.filter((one) => one.item !== item), { item, accepted, reason, at }];
  return ok({ ...file, handOver: { ...handOver, answers } });
}

/** Why both may not sign yet, most pressing first; null when they may. */
export function whyNotSigned(file: ShiftFile, now: readonly HandOverItem[]): ShiftRefusedWhy | null {
  const { handOver } = file;
  if (handOver === null) return 'NO_HAND_OVER';
  // How much waits to be sent grows with every decision and asks nothing new.
  const listed = now.every((item) => item.kind === 'UNSYNCHRONISED' || handOver.items.some((one) => same(one, item)));
  if (!listed) return 'ITEMS_CHANGED';
  const answerOf = (id: string) => handOver.answers.find((one) => one.item === id);
  if (handOver.items.some(({ id }) => answerOf(id) === undefined)) return 'ITEMS_OPEN';
  const left = now.some((item) => mustHaveOwner(item) && answerOf(item.id)?.accepted === false);
  return left ? 'CASE_REFUSED_BY_NEXT' : null;
}

function sign(file: ShiftFile, { to, by, at, items }: Extract<ShiftEvent, { type: 'SIGN' }>): Next {
  if (to === by) return err('SAME_OFFICER');
  const why = whyNotSigned(file, items);
  if (why !== null || file.handOver === null) return err(why ?? 'NO_HAND_OVER');
  return ok({ ...file, ended: { at, kind: 'HANDED_OVER', to, counters: file.handOver.counters } });
}

/**
 * One step of a shift (domain D3.10): the next file, or why nothing changed. The lane passes in the one step SIGN, which
 * ends this shift; who comes begins theirs in the same durable step, so that at no moment nobody or both have it.
 */
export function step(file: ShiftFile, event: ShiftEvent): Next {
  if (file.ended !== null) return err('ENDED');
  if (event.by !== file.officer) return err('NOT_YOURS');
  switch (event.type) {
    case 'BEGIN_HAND_OVER': {
      const { items, instructions, counters, at } = event;
      // Begun anew it lists what there is now; answers to what has not changed stay.
      const kept = (file.handOver?.answers ?? []).filter((one) =>
        items.some((item) => item.id === one.item && file.handOver?.items.some((before) => same(before, item))),
      );
      return ok({ ...file, handOver: { openedAt: at, items, answers: kept, instructions, counters } });
    }
    case 'ANSWER_ITEM':
      return answer(file, event);
    case 'CANCEL_HAND_OVER':
      return file.handOver === null ? err('NO_HAND_OVER') : ok({ ...file, handOver: null });
    case 'SIGN':
      return sign(file, event);
    case 'CLOSE': {
      if (event.items.some(mustHaveOwner)) return err('CASES_OPEN');
      return ok({ ...file, ended: { at: event.at, kind: 'CLOSED', to: null, counters: event.counters } });
    }
  }
}
