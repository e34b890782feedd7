import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';

export type ListStatus = BoothView['lists'];

/** All lists in one: the worst age, how many are old, the oldest; null when none is loaded. */
export function statusOf(lists: LaneView['lists']): ListStatus {
  if (lists.length === 0) return null;
  const aged = lists.filter((list) => list.age === 'AGED').length;
  const expired = lists.filter((list) => list.age === 'EXPIRED').length;
  return {
    age: expired > 0 ? 'EXPIRED' : aged > 0 ? 'AGED' : 'FRESH',
    aged,
    expired,
    count: lists.length,
    oldestAsOf: Math.min(...lists.map((list) => list.asOf)),
  };
}
