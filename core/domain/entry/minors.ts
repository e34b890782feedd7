import { ageOn } from './calendar.ts';
import type { Companion, Facts } from './facts.ts';
import { inForce, type MinorRule, type RuleSet } from './rules.ts';

/** How a child stands: nobody asks for company, company is proven, it is missing, or it is not known. */
export interface Company {
  readonly state: 'NOT_NEEDED' | 'PROVEN' | 'UNPROVEN' | 'MISSING' | 'UNKNOWN';
  readonly rule: MinorRule | undefined;
}

const REPRESENTATIVES: readonly string[] = [
  'father',
  'mother',
  'parent',
  'guardian',
  'representative',
  'legal-representative',
  'authorised',
  'authorised-person',
];

/** Whether the law wants somebody with this person, and whether somebody is. */
export function companyOf(rules: RuleSet, facts: Facts, citizen: boolean): Company {
  const rule = inForce(rules.minors, facts.date).find(
    ({ who, direction }) => (who === 'CITIZEN') === citizen && direction === facts.direction,
  );
  if (rule === undefined) return { state: 'NOT_NEEDED', rule };
  const { birthDate } = facts.person;
  if (birthDate === undefined) return { state: 'UNKNOWN', rule };
  if (ageOn(birthDate, facts.date) >= rule.below) return { state: 'NOT_NEEDED', rule: undefined };
  if (facts.companions === undefined) return { state: 'UNKNOWN', rule };
  const fit = facts.companions.filter((one) => mayAccompany(one, facts.date));
  if (fit.length === 0) return { state: 'MISSING', rule };
  return {
    state: fit.some(({ proof }) => proof === true || (typeof proof === 'string' && proof !== ''))
      ? 'PROVEN'
      : 'UNPROVEN',
    rule,
  };
}

/** A parent, guardian or authorised person who is no child. */
function mayAccompany({ relation, birthDate }: Companion, day: string): boolean {
  const adult = birthDate === undefined || ageOn(birthDate, day) >= 18;
  return adult && REPRESENTATIVES.includes(relation.toLowerCase());
}
