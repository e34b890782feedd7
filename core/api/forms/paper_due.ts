import type { LaneView } from '../../../contract/lane_view.ts';
import type { Clearance } from '../../domain/clearance/clearance.ts';

/**
 * The paper about their stay that a traveller may be given now: how an overstay was counted, or, once let in, until when
 * they may stay (Law 47/2014/QH13 Art 31). Null where the law has said neither.
 */
export function paperDue({ id, law, decision }: Clearance): LaneView['paper'] {
  if (law === null) return null;
  if ((law.explanation.overstay?.daysOver ?? 0) > 0) return { kind: 'stay-calculation', clearance: id };
  const letIn = decision?.kind === 'CLEARED' && law.verdict.stayUntil !== undefined;
  return letIn ? { kind: 'permitted-until', clearance: id } : null;
}
