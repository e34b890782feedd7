import type { EventId } from '../../domain/audit/events.ts';
import type { Incident, LogLine } from '../../domain/incident/incident.ts';
import type { JournalInput } from '../../ports/records.ts';
import { entry, type LaneContext } from '../lane_context.ts';

const EVENT: Partial<Record<LogLine['what'], EventId>> = {
  OPENED: 'INCIDENT_OPENED',
  LED: 'INCIDENT_LED',
  HANDED_OVER: 'INCIDENT_LED',
  TASK_DONE: 'INCIDENT_TASK',
  TASK_GIVEN_UP: 'INCIDENT_TASK',
  TASK_ADDED: 'INCIDENT_TASK',
  TASK_ASSIGNED: 'INCIDENT_TASK',
  OVERDUE: 'INCIDENT_OVERDUE',
  ESCALATED: 'INCIDENT_OVERDUE',
  LANE_STOPPED: 'INCIDENT_LANE',
  LANE_RELEASED: 'INCIDENT_LANE',
  CLOSED: 'INCIDENT_CLOSED',
};

/** One journal entry for each line of the log that this move has added; the texts themselves stay in the sealed file. */
export function incidentEntries(context: LaneContext, before: Incident | null, after: Incident): JournalInput[] {
  const clearance = after.clearances[0] ?? null;
  return after.log.slice(before?.log.length ?? 0).map(({ no, by, what, task }) =>
    entry(context, EVENT[what] ?? 'INCIDENT_RECORDED', by, clearance, {
      incident: after.number,
      kind: after.kind,
      line: no,
      what,
      task,
    }),
  );
}
