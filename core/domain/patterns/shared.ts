import type { EvidenceFound, IndicatorCode, IndicatorFound } from './indicator.ts';
import type { Candidate } from './neighbourhood.ts';
import { LISTED, OVERSTAYED, REFUSED, type Sighting } from './sighting.ts';
import { ramp, type SharedThreshold } from './thresholds.ts';

/** One-sided, 95 per cent. */
const Z = 1.645;

/**
 * The lower bound of a share by Wilson's score interval (https://doi.org/10.1080/01621459.1927.10502953): three of twelve
 * say more than one of four, and three of three hundred say nothing.
 */
export function shareAtLeast(troubled: number, all: number): number {
  if (all === 0) return 0;
  const share = troubled / all;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * all)) / all);
  return Math.max(0, (share + Z ** 2 / (2 * all) - spread) / (1 + Z ** 2 / all));
}

/** The gravest trouble of a crossing, as evidence says it. */
export function troubleWord(trouble: number): EvidenceFound['what'] {
  if ((trouble & LISTED) !== 0) return 'LISTED';
  if ((trouble & REFUSED) !== 0) return 'REFUSED';
  return (trouble & OVERSTAYED) !== 0 ? 'OVERSTAYED' : 'ENTERED';
}

/** What overstays with the candidate on this very day is one event, which the law sees by itself. */
const sameEvent = (one: Sighting, seen: Sighting): boolean => one.trouble === OVERSTAYED && one.day === seen.day;

/** A party by its persons, each with the newest trouble it was in, if any. */
function parties(others: readonly Sighting[]): readonly ReadonlyMap<number, Sighting | null>[] {
  const byParty = new Map<number, Map<number, Sighting | null>>();
  for (const one of others) {
    const persons = byParty.get(one.party) ?? new Map<number, Sighting | null>();
    byParty.set(one.party, persons);
    if ((persons.get(one.person) ?? null) === null) persons.set(one.person, one.trouble === 0 ? null : one);
  }
  return [...byParty.values()];
}

/** How much of a party was in trouble, 0 to 1: one refused of a busload is a small part of one case. */
const troubledPart = (party: ReadonlyMap<number, Sighting | null>): number =>
  [...party.values()].filter((one) => one !== null).length / party.size;

/**
 * Something shared with persons who were refused, found on a list or overstayed. Parties are counted, not persons: a family
 * with one stay gone wrong is one case. The candidate's own party never counts for or against it. `by` person: among those
 * who are one party by themselves, such as a booking.
 */
export function sharedWith(
  code: IndicatorCode,
  { seen }: Candidate,
  others: readonly Sighting[],
  threshold: SharedThreshold,
  by: 'party' | 'person' = 'party',
): IndicatorFound | null {
  const foreign = others
    .filter((one) => one.person !== seen.person && (by === 'person' || one.party !== seen.party))
    .filter((one) => !sameEvent(one, seen));
  const all = parties(by === 'party' ? foreign : foreign.map((one) => ({ ...one, party: one.person })));
  const troubled = all.reduce((sum, party) => sum + troubledPart(party), 0);
  if (troubled < threshold.parties) return null;
  const strength = ramp(shareAtLeast(troubled, all.length), [threshold.floor, threshold.full]);
  // One line of evidence a party: the newest trouble of it.
  const evidence = all.flatMap((party) => [...party.values()].find((one) => one !== null) ?? []);
  return {
    code,
    strength,
    evidence: evidence.map(({ crossing, trouble }) => ({ crossing, what: troubleWord(trouble) })),
    values: { troubled: Math.round(troubled), all: all.length },
  };
}

/** The lower bound of the share of other parties that were in trouble. */
export function troubleAmong(others: readonly Sighting[], { party, person }: Sighting): number {
  const all = parties(others.filter((one) => one.party !== party && one.person !== person));
  return shareAtLeast(
    all.reduce((sum, one) => sum + troubledPart(one), 0),
    all.length,
  );
}
