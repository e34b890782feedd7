import type { Clearance } from '../clearance/clearance.ts';
import type { RefusalGround } from '../entry/rules.ts';
import type { RefusalEvidence, RefusalFile } from './file.ts';

/** What an officer states of a refusal. */
export interface RefusalProposal {
  readonly found: string;
  readonly carrier: string | null;
  readonly returnFlight: string | null;
}

/** What the booth has of this clearance, as evidence. */
function evidenceOf({ law, travel, hits, notes }: Clearance): readonly RefusalEvidence[] {
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
  ground: Pick<RefusalGround, 'ground' | 'decider' | 'source'>,
  proposal: RefusalProposal,
  proposed: RefusalFile['proposed'],
): RefusalFile {
  const basis = clearance.law?.verdict.legalBasis ?? [];
  const named = `${ground.source.act}, ${ground.source.article}`;
  return {
    stage: 'PROPOSED',
    recordNumber: clearance.recordNumber,
    ground: ground.ground,
    decider: ground.decider,
    legalBasis: basis.includes(named) ? basis : [named, ...basis],
    ...proposal,
    evidence: evidenceOf(clearance),
    proposed,
    decided: null,
    carrierTold: null,
    reversed: null,
    forms: [],
  };
}
