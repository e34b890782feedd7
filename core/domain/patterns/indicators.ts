import { childLeftBehind } from './children.ts';
import { documentChanged, documentOfTwo } from './documents.ts';
import { manyFirstEntries } from './first_entries.ts';
import type { IndicatorFound } from './indicator.ts';
import { mixedNationalities } from './mixed_nationalities.ts';
import { impossibleItinerary, sameDayReturns } from './movements.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import { sharedWith } from './shared.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * What stands out about a crossing among those that touch it, strongest first. Pure: the same neighbourhood gives the same
 * answer, and a crossing that touches nothing of the candidate changes nothing.
 */
export function indicatorsIn(
  candidate: Candidate,
  around: Neighbourhood,
  thresholds: Thresholds,
): readonly IndicatorFound[] {
  const { shared, crowd } = thresholds;
  const found = [
    sharedWith('SHARED_SPONSOR', candidate, around.sponsor, shared.sponsor),
    sharedWith('SHARED_PHONE', candidate, around.phone, shared.phone),
    sharedWith('SHARED_ADDRESS', candidate, around.address, shared.address),
    // Who shares a booking is one party: here persons count.
    sharedWith('SHARED_GROUP', candidate, around.group, shared.group, 'person'),
    sharedWith('SHARED_COMPANION', candidate, around.companions, shared.companion, 'person'),
    manyFirstEntries(candidate, around, thresholds),
    mixedNationalities('MIXED_NATIONALITIES_PHONE', candidate, around.phone, thresholds.mixedPhone, crowd),
    mixedNationalities('MIXED_NATIONALITIES_ADDRESS', candidate, around.address, thresholds.mixedAddress, crowd),
    sameDayReturns(candidate, around, thresholds),
    documentChanged(candidate, around),
    documentOfTwo(candidate, around),
    impossibleItinerary(candidate, around, thresholds),
    childLeftBehind(candidate, around, thresholds),
  ];
  return found
    .filter((one) => one !== null && one.strength > 0 && one.strength >= thresholds.shownFrom)
    .map((one) => ({
      ...(one as IndicatorFound),
      evidence: (one as IndicatorFound).evidence.slice(0, thresholds.evidence),
    }))
    .sort((a, b) => b.strength - a.strength || a.code.localeCompare(b.code));
}
