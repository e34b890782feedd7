import type { Demand, DemandId } from './posture.ts';

/** The demands with this one met; null where it is not asked or met already, or lacks its second officer. */
export function withMet(
  demands: readonly Demand[],
  met: { readonly demand: DemandId; readonly at: number; readonly by: string; readonly second: string | null },
): readonly Demand[] | null {
  const { demand, at, by, second } = met;
  const asked = demands.some((one) => one.demand === demand && one.met === null);
  if (!asked || (demand === 'SECOND_OFFICER' && (second === null || second === by))) return null;
  return demands.map((one) => (one.demand === demand ? { demand, met: { at, by, second } } : one));
}

/** The same demands, none of them met: what was done for one person is not done for the next. */
export function metAnew(demands: readonly Demand[]): readonly Demand[] {
  return demands.map(({ demand }) => ({ demand, met: null }));
}
