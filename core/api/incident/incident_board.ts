import type { IncidentBoard, IncidentView } from '../../../contract/incident_view.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { INCIDENT_KINDS } from '../../domain/incident/playbook.ts';
import { isShownTo } from '../../domain/incident/who_sees.ts';
import type { Lane } from '../lane.ts';
import { asJson } from '../lane_context.ts';
import { presentPosture } from '../posture/posture_view.ts';

/** An incident as the desk shows it: the record without the versions of its playbooks. */
function incidentView({ playbooks: _versions, ...incident }: Incident): IncidentView {
  return asJson(incident) as unknown as IncidentView;
}

interface Viewer {
  readonly number: string;
  readonly roles: readonly Role[];
}

/** The desk page of incidents: this lane's that may be shown to the viewer, open ones and those closed within a week. */
export function incidentBoard(lane: Lane, largestFile: number, viewer: Viewer): IncidentBoard {
  const { incidents, postures, memory, runner } = lane;
  const clearance = runner.state?.clearance;
  const shown = (one: Incident): boolean => isShownTo(one, viewer);
  return {
    now: lane.context.clock.now(),
    open: incidents.open.filter(shown).map(incidentView),
    closed: incidents.closed.filter(shown).map(incidentView),
    kinds: INCIDENT_KINDS.map((kind) => ({ kind, level: incidents.playbooks[kind].level })),
    posture: presentPosture(postures.inForce(), memory.startedAt),
    clearance: clearance === undefined ? null : { id: clearance.id, recordNumber: clearance.recordNumber },
    largestFile,
  };
}
