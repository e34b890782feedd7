import type { Incident, IncidentTask, LogLine } from './incident.ts';
import type { Playbook } from './playbook.ts';

const MINUTE = 60_000;

/** The tasks of a playbook, numbered on from those there are. An officer's tasks are the caller's own to begin with. */
export function tasksOf(
  playbook: Playbook,
  begun: { readonly at: number; readonly caller: string | null; readonly leader: string | null },
  known: number,
): IncidentTask[] {
  return playbook.steps.map((step, place) => ({
    id: `t${known + place + 1}`,
    does: step.does,
    note: step.note,
    mandatory: step.mandatory,
    ownerRole: step.owner,
    owner: step.owner === 'officer' ? begun.caller : step.owner === 'supervisor' ? begun.leader : null,
    due: step.minutes === null ? null : begun.at + step.minutes * MINUTE,
    done: null,
    givenUp: null,
    escalated: 'NOBODY',
  }));
}

type Opening = Pick<
  Incident,
  'id' | 'number' | 'lane' | 'gate' | 'place' | 'level' | 'trigger' | 'openedAt' | 'openedBy' | 'clearances' | 'leader'
>;

/** A new incident by its playbook. A loud one stops the lane at once where the playbook says so; a silent one never does. */
export function openIncident(opening: Opening, playbook: Playbook): Incident {
  const { openedAt: at, openedBy: by, leader, trigger, level } = opening;
  const stops = level === 'LOUD' && playbook.lane === 'AT_ONCE';
  const said: Pick<LogLine, 'what' | 'text'>[] = [{ what: 'OPENED', text: trigger }];
  if (leader !== null) said.push({ what: 'LED', text: leader });
  if (stops) said.push({ what: 'LANE_STOPPED', text: '' });
  const caller = by === 'system' || trigger === 'SUPERVISOR' ? null : by;
  return {
    ...opening,
    kind: playbook.kind,
    playbooks: [{ kind: playbook.kind, version: playbook.version }],
    proposesPosture: playbook.proposesPosture,
    laneStopped: stops,
    tasks: tasksOf(playbook, { at, caller, leader }, 0),
    people: [],
    property: [],
    evidence: [],
    cameras: [],
    proposals: [],
    log: said.map((line, place) => ({ no: place + 1, at, by, task: null, ...line })),
    forms: [],
    closed: null,
  };
}
