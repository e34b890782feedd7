import { gather } from '../../../core/domain/patterns/gather.ts';
import { INDICATOR_CODES, type IndicatorCode } from '../../../core/domain/patterns/indicator.ts';
import { indicatorsIn } from '../../../core/domain/patterns/indicators.ts';
import { candidateOf } from '../../../core/domain/patterns/sighting_of.ts';
import { countedKeys, Remembered } from '../../../core/domain/patterns/testing/remembered.ts';
import type { Thresholds } from '../../../core/domain/patterns/thresholds.ts';
import { crossingOf } from './generated_history.ts';
import { PLANTED, type Planted, type Step } from './journey.ts';

/** Which planted kinds an indicator is meant to find. */
const MEANT: Readonly<Record<IndicatorCode, readonly Planted[]>> = {
  SHARED_SPONSOR: ['SPONSOR_RING'],
  SHARED_PHONE: ['PHONE_RING'],
  SHARED_ADDRESS: ['HOUSE_RING'],
  SHARED_GROUP: ['ESCORTED_RING'],
  SHARED_COMPANION: ['ESCORTED_RING'],
  MANY_FIRST_ENTRIES: ['SPONSOR_RING'],
  MIXED_NATIONALITIES_PHONE: ['PHONE_RING'],
  MIXED_NATIONALITIES_ADDRESS: ['HOUSE_RING'],
  SAME_DAY_RETURNS: ['COURIER'],
  DOCUMENT_CHANGED: ['TWO_DOCUMENTS'],
  DOCUMENT_OF_TWO: ['DOCUMENT_PAIR'],
  IMPOSSIBLE_ITINERARY: ['TWO_PLACES'],
  CHILD_LEFT_BEHIND: ['CHILD_TAKER'],
};

interface Counted {
  readonly shownTo: Set<number>;
  readonly ofRings: Set<number>;
  readonly rings: Set<string>;
}

/** One row an indicator: persons it was shown for at any of their crossings, judged as of that crossing. */
export interface IndicatorRow {
  readonly code: IndicatorCode;
  readonly shown: number;
  readonly planted: number;
  /** Share of the shown who were planted with anything. */
  readonly precision: number;
  /** Share of the meant rings of which anyone was shown. */
  readonly ringsFound: number;
  /** Share of the persons of the meant rings. The first of a ring can not be seen. */
  readonly personsFound: number;
  /** Honest persons shown, of each 10,000. */
  readonly honestPer10k: number;
}

/** Walks the history in the order of time and asks about every crossing as the second line would have been told then. */
export function measuredIndicators(steps: readonly Step[], thresholds: Thresholds): readonly IndicatorRow[] {
  const keyOf = countedKeys();
  const held = new Remembered();
  const counted = Object.fromEntries(
    INDICATOR_CODES.map((code) => [code, { shownTo: new Set(), ofRings: new Set(), rings: new Set() }]),
  ) as unknown as Record<IndicatorCode, Counted>;
  const everyone = new Map<number, Planted | null>();
  const rings = new Map<Planted, Set<number>>(PLANTED.map((kind) => [kind, new Set()]));
  for (const [place, step] of steps.entries()) {
    const { who } = step;
    everyone.set(who.number, who.planted);
    if (who.planted !== null) rings.get(who.planted)?.add(who.ring);
    const candidate = candidateOf(crossingOf(step, place), place + 1, keyOf, thresholds);
    for (const { code } of indicatorsIn(candidate, gather(candidate, held, thresholds), thresholds)) {
      const row = counted[code];
      row.shownTo.add(who.number);
      if (who.planted === null) continue;
      row.ofRings.add(who.number);
      if (MEANT[code].includes(who.planted)) row.rings.add(`${who.planted} ${who.ring}`);
    }
    held.add(candidate);
  }
  const honest = [...everyone.values()].filter((planted) => planted === null).length;
  return INDICATOR_CODES.map((code) => {
    const { shownTo, ofRings, rings: found } = counted[code];
    const meant = [...everyone].filter(([, planted]) => planted !== null && MEANT[code].includes(planted));
    const all = MEANT[code].reduce((sum, kind) => sum + (rings.get(kind)?.size ?? 0), 0);
    return {
      code,
      shown: shownTo.size,
      planted: ofRings.size,
      precision: shownTo.size === 0 ? 0 : ofRings.size / shownTo.size,
      ringsFound: all === 0 ? 0 : found.size / all,
      personsFound: meant.filter(([number]) => shownTo.has(number)).length / Math.max(1, meant.length),
      honestPer10k: ((shownTo.size - ofRings.size) / Math.max(1, honest)) * 10_000,
    };
  });
}
