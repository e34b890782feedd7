import type { StatedFacts } from '../../contract/facts_view.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import type { Given, TravelFacts } from '../domain/clearance/travel_facts.ts';

const STATED_ALONE = [
  'card',
  'purpose',
  'address',
  'flight',
  'sponsor',
  'phone',
  'zone',
  'tourProgramme',
  'destinationAdmission',
  'transit',
  'health',
  'escort',
  'documentIssued',
  'documentDamaged',
  'documentKind',
  'stayUntil',
  'group',
] as const;

/**
 * What an officer stated, as facts with their origin. A visa or companion is put beside what is known already, in the place
 * of the one with the same number or name; null takes every one back that an officer stated.
 */
export function factsStated(
  { travel }: Pick<Clearance, 'travel'>,
  stated: StatedFacts,
  origin: { readonly at: number; readonly by: string },
): Partial<TravelFacts> {
  const given = <T>(value: T): Given<T> => ({ value, source: 'OFFICER', ...origin });
  const facts: Record<string, unknown> = {};
  for (const field of STATED_ALONE) {
    const value = stated[field];
    if (value !== undefined) facts[field] = value === null ? null : given<unknown>(value);
  }
  const { visa, companion } = stated;
  const fromSources = <T>(list: readonly Given<T>[]) => list.filter(({ source }) => source !== 'OFFICER');
  if (visa === null) facts.visas = fromSources(travel.visas);
  else if (visa !== undefined)
    facts.visas = [...travel.visas.filter(({ value }) => value.number !== visa.number), given(visa)];
  if (companion === null) facts.companions = fromSources(travel.companions);
  else if (companion !== undefined)
    facts.companions = [...travel.companions.filter(({ value }) => value.name !== companion.name), given(companion)];
  return facts as Partial<TravelFacts>;
}
