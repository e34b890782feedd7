import type { Permission } from '../access/permissions.ts';
import type { TravelFacts } from './travel_facts.ts';

/** Who stands beside the officer for a statement that opens a way that was closed. */
export const CONFIRMERS = ['supervisor', 'headOfUnit'] as const;
export type Confirmer = (typeof CONFIRMERS)[number];

export const CONFIRMING: Readonly<Record<Confirmer, Permission>> = {
  supervisor: 'SUPERVISE',
  headOfUnit: 'DECIDE_FOR_UNIT',
};

/** Facts that count only once a second person has stood for them. */
export const CONFIRMED_FACTS = ['visaAtGate', 'permission'] as const satisfies readonly (keyof TravelFacts)[];

/**
 * Who has to confirm a statement; null where nobody does. A permission to leave is looked at by a supervisor. The law says that the
 * control unit grants a visa (Law 47/2014/QH13 Art 18(3)) and not which of its people: `visaAtGateBy` is a setting.
 */
export function confirmerOf(
  stated: { readonly [Fact in (typeof CONFIRMED_FACTS)[number]]?: unknown },
  visaAtGateBy: Confirmer,
): Confirmer | null {
  if (stated.visaAtGate != null) return visaAtGateBy;
  return stated.permission != null ? 'supervisor' : null;
}
