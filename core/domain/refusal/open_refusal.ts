import type { Clearance, ProposedRefusal } from '../clearance/clearance.ts';
import type { RefusalEvidence, RefusalFile } from './file.ts';

/** What the booth has of this clearance, as evidence. */
export function evidenceOf({ law, travel, hits, notes }: Clearance): readonly RefusalEvidence[] {
  const found: Record<RefusalEvidence, boolean> = {
    DOCUMENT: true,
    CHECKS: true,
    BASES: (law?.explanation.bases.length ?? 0) > 0,
    VISA: travel.visas.length > 0,
    DECLARATION: travel.declaration !== null,
    MOVEMENTS: travel.movements.length > 0,
    COMPARISON: hits.some(({ answer }) => answer !== null),
    NOTES: notes.length > 0,
  };
  return (Object.keys(found) as RefusalEvidence[]).filter((one) => found[one]);
}

/** The file of a refusal that an officer proposes on a ground of the law. */
export function openRefusal(
  clearance: Clearance,
  { ground, found, carrier, returnFlight }: ProposedRefusal,
  { by, at }: RefusalFile['proposed'],
): RefusalFile {
  const basis = clearance.law?.verdict.legalBasis ?? [];
  const named = `${ground.source.act}, ${ground.source.article}`;
  return {
    stage: 'PROPOSED',
    recordNumber: clearance.recordNumber,
    ground: ground.ground,
    decider: ground.decider,
    legalBasis: basis.includes(named) ? basis : [named, ...basis],
    found,
    carrier,
    returnFlight,
    evidence: evidenceOf(clearance),
    proposed: { by, at },
    decided: null,
    carrierTold: null,
    reversed: null,
    forms: [],
  };
}
