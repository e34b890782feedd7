import { type Incident, type IncidentTask, isOver } from './incident.ts';

const NEXT = { NOBODY: 'LEADER', LEADER: 'HEAD_OF_UNIT' } as const;

/** When this task is next told to somebody further up; null: never. */
function escalationDue(task: IncidentTask, toHeadAfterMs: number): number | null {
  if (task.due === null || isOver(task) || task.escalated === 'HEAD_OF_UNIT') return null;
  return task.escalated === 'NOBODY' ? task.due : task.due + toHeadAfterMs;
}

/** The incident with every task told on whose time has passed: first to the leader, later to the head of unit; null: none. */
export function escalated(incident: Incident, at: number, toHeadAfterMs: number): Incident | null {
  if (incident.closed !== null) return null;
  let { tasks, log } = incident;
  for (const { id } of incident.tasks) {
    for (;;) {
      const task = tasks.find((one) => one.id === id);
      if (task === undefined || task.escalated === 'HEAD_OF_UNIT') break;
      const due = escalationDue(task, toHeadAfterMs);
      if (due === null || due > at) break;
      const next = NEXT[task.escalated];
      tasks = tasks.map((one) => (one.id === id ? { ...one, escalated: next } : one));
      const what = next === 'LEADER' ? 'OVERDUE' : 'ESCALATED';
      log = [...log, { no: log.length + 1, at, by: 'system', what, task: id, text: '' }];
    }
  }
  return tasks === incident.tasks ? null : { ...incident, tasks, log };
}

/** How long until a task of these is told on, in ms; null: none will be. */
export function nextEscalation(incidents: readonly Incident[], now: number, toHeadAfterMs: number): number | null {
  const moments = incidents
    .filter(({ closed }) => closed === null)
    .flatMap(({ tasks }) => tasks.map((task) => escalationDue(task, toHeadAfterMs)))
    .filter((due) => due !== null);
  return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - now);
}
