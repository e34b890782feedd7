/** Whether documents are stamped. */
export const STAMP_RULES = ['NONE', 'STAMP'] as const;
export type StampRule = (typeof STAMP_RULES)[number];

/**
 * An order of the leader of the shift for the time without the network: stamps stand in for the record that the national database
 * does not have yet (Circular 74/2020/TT-BCA as amended by 59/2024: no stamp where the gate is connected).
 */
export interface StampOrder {
  readonly rule: StampRule;
  readonly by: string;
  /** Wall time, ms. */
  readonly at: number;
}

/** What is done with the document of one who is cleared, and by whose order; without one the unit's setting holds. */
export interface StampDone {
  readonly rule: StampRule;
  readonly order: Pick<StampOrder, 'by' | 'at'> | null;
}

/** The order that holds now: while there is no network, and no longer than so many hours. */
export function orderNow(order: StampOrder | null, offline: boolean, now: number, hours: number): StampOrder | null {
  return order !== null && offline && now < order.at + hours * 3_600_000 ? order : null;
}
