import { deciding } from './basis_answer.ts';
import { addDays, addMonths, daysBetween } from './calendar.ts';
import type { Judgement } from './evaluate.ts';
import type { OverstayExplained, StayExplained } from './explanation.ts';
import type { Facts, KnownMovement } from './facts.ts';
import type { OverstayTier, RuleSet } from './rules.ts';

/** How the permitted stay comes about: at an arrival every end the basis sets, at a departure what was granted. */
export function explainStay(rules: RuleSet, facts: Facts, { verdict, tried, stay }: Judgement): StayExplained | null {
  const { stayUntil: until } = verdict;
  if (until === undefined) return null;
  const entryDayCounts = rules.openPoints.countEntryDay;
  const days = daysBetween(facts.date, until) + 1;
  const { chosen } = tried ?? { chosen: null };
  if (stay !== null) {
    const granted = { what: 'GRANTED', from: null, days: null, until, decides: true, ruleIds: [] } as const;
    return { lines: [granted], until, days: Math.max(0, days), entryDayCounts };
  }
  if (chosen?.kind !== 'HOLDS') return null;
  const first = deciding(chosen.ends);
  const ruleIds = chosen.rules.map(({ id }) => id);
  const lines = chosen.ends.map((end, at) => ({ ...end, decides: at === first, ruleIds }));
  return { lines, until, days, entryDayCounts };
}

/** The days after `until` up to `to`, a line a month: first, last, how many. */
export function monthSpans(until: string, to: string): OverstayExplained['spans'] {
  const spans: { from: string; to: string; days: number }[] = [];
  for (let from = addDays(until, 1); from <= to; ) {
    const nextMonth = addMonths(`${from.slice(0, 7)}-01`, 1);
    const last = to < nextMonth ? to : addDays(nextMonth, -1);
    spans.push({ from, to: last, days: daysBetween(from, last) + 1 });
    from = nextMonth;
  }
  return spans;
}

const tierOf = ({ tier, fromDays, fromMonths, fineVndMillion, expulsionPossible }: OverstayTier) => ({
  tier,
  fromDays,
  fromMonths,
  fineVndMillion,
  expulsionPossible,
});

/** The arithmetic of an overstay from its open entry on; null where nothing is over. */
export function explainOverstay(
  facts: Facts,
  { stay }: Judgement,
  openEntry: KnownMovement | null,
): OverstayExplained | null {
  if (stay === null || stay.daysOver === 0) return null;
  const granted = openEntry?.stayUntil ?? null;
  const [row] = stay.tiers;
  return {
    entered: openEntry?.date ?? null,
    entry: openEntry === null ? null : { gate: openEntry.gate, recordNumber: openEntry.recordNumber },
    grantedDays: openEntry === null || granted === null ? null : daysBetween(openEntry.date, granted) + 1,
    until: stay.until,
    extendedFrom: granted !== null && granted < stay.until ? granted : null,
    departure: facts.date,
    daysOver: stay.daysOver,
    spans: monthSpans(stay.until, facts.date),
    tier: stay.tier?.tier ?? null,
    tiers: [...stay.tiers].sort((a, b) => a.tier - b.tier).map(tierOf),
    decree: row === undefined ? null : { act: row.source.act, from: row.from },
  };
}
