import { addMonths, daysBetween } from './calendar.ts';
import { inForce, type OverstayTier, type RuleSet } from './rules.ts';

/** How long a stay was overrun, and the tier proposed for it; the officer decides within its range. */
export interface Overstay {
  /** Last day of the permitted stay. */
  readonly until: string;
  readonly daysOver: number;
  readonly tier: OverstayTier | undefined;
  /** Every tier of the decree that holds for it; none where nothing is over. */
  readonly tiers: readonly OverstayTier[];
}

/**
 * Calendar days after the last permitted day, at the gate's own date; 0 when none. Tiers in months go by the calendar: six
 * months are over on the day with the same number (Civil Code Arts 147-148), whatever number of days that is.
 */
export function overstayOf(rules: RuleSet, stayUntil: string, day: string): Overstay {
  const daysOver = Math.max(0, daysBetween(stayUntil, day));
  if (daysOver === 0) return { until: stayUntil, daysOver, tier: undefined, tiers: [] };
  const decree = rules.openPoints.fineDecree === 'FOUND' ? day : stayUntil;
  const tiers = inForce(rules.overstayTiers, decree);
  const reached = tiers.filter(({ fromDays, fromMonths }) =>
    fromMonths === null ? daysOver >= (fromDays ?? 0) : day >= addMonths(stayUntil, fromMonths),
  );
  return { until: stayUntil, daysOver, tiers, tier: reached.reduce<OverstayTier | undefined>(higher, undefined) };
}

function higher(a: OverstayTier | undefined, b: OverstayTier): OverstayTier {
  return a === undefined || b.tier > a.tier ? b : a;
}
