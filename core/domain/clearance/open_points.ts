import { CHECK_IDS, type CheckId, type ReasonCode, type Severity } from './check.ts';
import type { Clearance } from './clearance.ts';
import { finalOutcome } from './decisions.ts';

export interface OpenPoint {
  readonly check: CheckId;
  readonly severity: Exclude<Severity, 'NONE'>;
  readonly reason: ReasonCode | null;
}

const ORDER: Record<Severity, number> = { BLOCKING: 0, TO_RESOLVE: 1, INFORMATION: 2, NONE: 3 };

/** Everything that asks for the officer's eye, most severe first, in the screen's order within a severity. */
export function openPoints(clearance: Clearance): OpenPoint[] {
  const points: OpenPoint[] = [];
  for (const check of CHECK_IDS) {
    const final = finalOutcome(clearance, check);
    if (final !== null && final.severity !== 'NONE') {
      points.push({ check, severity: final.severity, reason: final.reason });
    }
  }
  return points.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
