import { type Incident, isOver } from './incident.ts';

/** The report of an incident, composed from its record alone; DAILY leaves out who the people are. */
export interface IncidentReport {
  readonly report: 'DAILY' | 'SPECIAL';
  readonly madeAt: number;
  readonly madeBy: string;
  readonly incident: Pick<
    Incident,
    'number' | 'lane' | 'gate' | 'place' | 'kind' | 'level' | 'trigger' | 'openedAt' | 'openedBy' | 'leader' | 'closed'
  >;
  readonly tasks: { readonly done: number; readonly givenUp: number; readonly open: number; readonly overdue: number };
  readonly clearances: readonly string[];
  readonly details: Pick<
    Incident,
    'playbooks' | 'tasks' | 'people' | 'property' | 'evidence' | 'cameras' | 'proposals' | 'log'
  > | null;
}

export function reportOf(
  incident: Incident,
  made: { readonly report: 'DAILY' | 'SPECIAL'; readonly at: number; readonly by: string },
): IncidentReport {
  const { number, lane, gate, place, kind, level, trigger, openedAt, openedBy, leader, closed } = incident;
  const { playbooks, tasks, people, property, evidence, cameras, proposals, log } = incident;
  return {
    report: made.report,
    madeAt: made.at,
    madeBy: made.by,
    incident: { number, lane, gate, place, kind, level, trigger, openedAt, openedBy, leader, closed },
    tasks: {
      done: tasks.filter((task) => task.done !== null).length,
      givenUp: tasks.filter((task) => task.givenUp !== null).length,
      open: tasks.filter((task) => !isOver(task)).length,
      overdue: tasks.filter((task) => task.escalated !== 'NOBODY').length,
    },
    clearances: incident.clearances.map(({ recordNumber }) => recordNumber),
    details: made.report === 'DAILY' ? null : { playbooks, tasks, people, property, evidence, cameras, proposals, log },
  };
}
