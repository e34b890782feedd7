import type { CheckOutcome } from './check.ts';
import type { Clearance } from './clearance.ts';

/** Why the law keeps Clear closed; in each case the officer has another way to go on. */
export type LawClosedWhy = 'NO_BASIS' | 'NOT_PERMITTED_TO_EXIT' | 'LAW_REFERS' | 'OVERSTAY_OPEN' | 'FACTS_MISSING';

/** What of the law keeps Clear closed; null when nothing does, or when the rules were not asked yet. */
export function lawCloses({ law, overstay }: Pick<Clearance, 'law' | 'overstay'>): LawClosedWhy | null {
  switch (law?.verdict.outcome) {
    case 'propose-refusal':
      return 'NO_BASIS';
    case 'not-permitted-to-exit':
      return 'NOT_PERMITTED_TO_EXIT';
    case 'overstay-procedure':
      return overstay?.state === 'SETTLED' ? null : 'OVERSTAY_OPEN';
    case 'refer': {
      const { reasons, missingFacts } = law.verdict;
      return reasons.length === 0 && missingFacts !== undefined ? 'FACTS_MISSING' : 'LAW_REFERS';
    }
    default:
      return null;
  }
}

/** A file may be opened for an overstay that the law found, once at a time. */
export function mayFileOverstay({ law, overstay }: Pick<Clearance, 'law' | 'overstay'>): boolean {
  return (law?.verdict.daysOver ?? 0) > 0 && (overstay === null || overstay.state === 'NOT_SETTLED');
}

/** Puts the line of the entry conditions in step with the file of an overstay. */
export function withLawLine(clearance: Clearance): Pick<Clearance, 'overstay' | 'checks'> {
  const { checks, overstay } = clearance;
  const line = checks.ENTRY_CONDITIONS;
  if (typeof line === 'string' || overstay?.state !== 'SETTLED') return { overstay, checks };
  const settled: CheckOutcome = {
    ...line,
    result: 'PASSED',
    reason: 'LEGAL_OVERSTAY_SETTLED',
    severity: 'INFORMATION',
  };
  return { overstay, checks: { ...checks, ENTRY_CONDITIONS: settled } };
}
