import { type Given, NO_FACTS, SOURCED_ALONE, type TravelFacts } from './travel_facts.ts';

/** What sources may tell of a journey; what none of them knows is absent. */
export type ToldFacts = Partial<Pick<TravelFacts, (typeof TOLD)[number]>>;

const TOLD = [
  ...SOURCED_ALONE,
  'gateKind',
  'visas',
  'declaration',
  'expected',
  'movements',
  'companions',
  'sources',
] as const;

const isOfficers = (given: Given<unknown> | null): boolean => given?.source === 'OFFICER';

/**
 * What is known once the sources have answered. An officer's word stands wherever one was given; what the source says
 * instead is kept beside it.
 */
export function factsTold(travel: TravelFacts, told: ToldFacts): Partial<TravelFacts> {
  const { visas = [], companions = [], ...rest } = told;
  const facts: Record<string, unknown> = { ...rest };
  const sourced: Record<string, unknown> = {};
  for (const field of SOURCED_ALONE) {
    if (!isOfficers(travel[field])) continue;
    if (told[field] !== undefined && told[field] !== null) sourced[field] = told[field];
    delete facts[field];
  }
  return {
    ...facts,
    sourced,
    visas: [...visas, ...travel.visas.filter(isOfficers)],
    companions: [...companions, ...travel.companions.filter(isOfficers)],
  };
}

/** What stays known when the document is read again: the officer's own words. The sources are asked anew. */
export function statedOnly(travel: TravelFacts): TravelFacts {
  const kept = Object.fromEntries(
    Object.entries(travel).filter(([, given]) => given !== null && isOfficers(given as Given<unknown>)),
  ) as Partial<TravelFacts>;
  return {
    ...NO_FACTS,
    ...kept,
    visas: travel.visas.filter(isOfficers),
    companions: travel.companions.filter(isOfficers),
  };
}
