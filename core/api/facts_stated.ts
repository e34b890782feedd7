import type { StatedFacts } from '../../contract/facts_view.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import { CONFIRMED_FACTS } from '../domain/clearance/confirmed_facts.ts';
import {
  type Given,
  SOURCED_ALONE,
  type Sourced,
  type SourcedAlone,
  type TravelFacts,
} from '../domain/clearance/travel_facts.ts';

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
  'secondDocument',
  'replacedBy',
  'visaAtGate',
  'permission',
  'stayUntil',
  'group',
  'unaccompanied',
  'handled',
] as const;

const isOfficers = ({ source }: Given<unknown>): boolean => source === 'OFFICER';

/**
 * What an officer stated, as facts with their origin. Sources are never talked over: what they say of the same field, or of
 * the same visa, is kept beside it. A visa or companion takes the place of the one the officer stated before with the same
 * number or name; null takes back what an officer stated, and the source's word stands again.
 */
export function factsStated(
  { travel }: Pick<Clearance, 'travel'>,
  stated: StatedFacts,
  { confirmedBy = null, ...origin }: { readonly at: number; readonly by: string; readonly confirmedBy?: string | null },
): Partial<TravelFacts> {
  const given = <T>(value: T): Given<T> => ({ value, source: 'OFFICER', ...origin });
  const stoodFor = (field: string, value: unknown) =>
    (CONFIRMED_FACTS as readonly string[]).includes(field) ? { ...(value as object), confirmedBy } : value;
  const facts: Record<string, unknown> = {};
  const sourced: Record<string, unknown> = { ...travel.sourced };
  for (const field of STATED_ALONE) {
    const value = stated[field];
    if (value === undefined) continue;
    const known = travel[field];
    if (isSourced(field) && known !== null && !isOfficers(known)) sourced[field] = known;
    facts[field] = value === null ? (sourced[field] ?? null) : given<unknown>(stoodFor(field, value));
    if (value === null) delete sourced[field];
  }
  const { visa, companion } = stated;
  const others = <T>(list: readonly Given<T>[], same: (value: T) => boolean) =>
    list.filter((one) => !isOfficers(one) || !same(one.value));
  if (visa === null) facts.visas = others(travel.visas, () => true);
  else if (visa !== undefined)
    facts.visas = [...others(travel.visas, ({ number }) => number === visa.number), given(visa)];
  if (companion === null) facts.companions = others(travel.companions, () => true);
  else if (companion !== undefined)
    facts.companions = [...others(travel.companions, ({ name }) => name === companion.name), given(companion)];
  return { ...(facts as Partial<TravelFacts>), sourced: sourced as Sourced };
}

const isSourced = (field: string): field is SourcedAlone => (SOURCED_ALONE as readonly string[]).includes(field);
