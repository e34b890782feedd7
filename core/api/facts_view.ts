import type { FactsView } from '../../contract/facts_view.ts';
import type { TravelFacts } from '../domain/clearance/travel_facts.ts';

/** What is known of a journey as the screens show it: the same fields, orders apart, which belong to the lists. */
export function factsView({ orders: _orders, ...travel }: TravelFacts): FactsView {
  const { movements } = travel;
  // Domain values are read-only; the contract's are not: a copy is both.
  const { movements: _movements, ...plain } = structuredClone(travel) as unknown as FactsView;
  return {
    ...plain,
    movements: movements.map((one) => ({
      direction: one.direction,
      date: one.date,
      documentNumber: one.documentNumber,
      sameDocument: one.sameDocument ?? null,
      stayUntil: one.stayUntil,
      visaNumber: one.visaNumber ?? null,
      gate: one.gate,
      recordNumber: one.recordNumber,
      source: one.source,
      differing: [...(one.differing ?? [])],
    })),
  };
}
