import type { Order } from '../entry/facts.ts';
import { foldNumber } from '../screening/fold.ts';
import type { Clearance, RecordedHit } from './clearance.ts';
import type { ExitPermission } from './travel_facts.ts';

const same = (a: string, b: string): boolean => foldNumber(a) === foldNumber(b);

/** Orders with the mark of a permission that lifts them on this day (Law 49/2019/QH14 Art 37(12)); others as they are. */
export function withPermission(
  orders: readonly Order[],
  permission: ExitPermission | null,
  day: string,
): readonly Order[] {
  if (permission === null || (permission.until !== null && permission.until < day)) return orders;
  return orders.map((order) =>
    order.kind === 'exit-suspension' && order.decision !== undefined && same(order.decision, permission.decision)
      ? { ...order, specialPermission: true }
      : order,
  );
}

/** Whether the law was asked with a permission for this very entry: then it is the person's own and yet holds nobody. */
export function isPermitted({ hit }: RecordedHit, { law }: Pick<Clearance, 'law'>): boolean {
  const { decision } = hit.entry;
  if (hit.listKind !== 'EXIT_SUSPENSION' || decision === undefined) return false;
  return (law?.facts.orders ?? []).some(
    (order) => order.specialPermission === true && order.decision !== undefined && same(order.decision, decision),
  );
}
