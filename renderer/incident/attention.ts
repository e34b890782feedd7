import type { IncidentBoard, IncidentView, TaskView } from '../../contract/incident_view.ts';
import { clockText, stopwatchText } from '../i18n/formats.ts';
import type { Language } from '../i18n/preferences.tsx';
import { type Attention, said } from '../ui/attention.ts';

/** Z3: the chosen task or the next, which of how many, its time and what is left of it; in shape and word where it is over. */
export function incidentAttention(
  incident: IncidentView,
  task: TaskView | null,
  { now, timeZone, language }: { readonly now: number; readonly timeZone: string; readonly language: Language },
): Attention {
  if (incident.closed !== null)
    return said('passed', 'ok', 'incident.closed', 'incident.closed.detail', { head: incident.closed.head });
  if (task === null) return said('passed', 'ok', 'incident.allDone', 'incident.allDone.detail');
  const step = incident.tasks.findIndex(({ id }) => id === task.id) + 1;
  const values = { what: task.does[language], step, all: incident.tasks.length };
  const over = task.done !== null || task.givenUp !== null;
  if (over) return said('passed', 'quiet', 'incident.taskOver', 'incident.taskOver.detail', values);
  if (task.due === null) return said('running', 'run', 'incident.next', 'incident.next.noTime', values);
  const due = clockText(task.due, timeZone).slice(0, 5);
  if (now > task.due)
    return said('to-resolve', 'warn', 'incident.next', 'incident.next.overdue', {
      ...values,
      due,
      left: stopwatchText(now - task.due),
    });
  return said('running', 'run', 'incident.next', 'incident.next.left', {
    ...values,
    due,
    left: stopwatchText(task.due - now),
  });
}

/** Z3 where no incident is chosen; null: not known yet. */
export function boardAttention(board: IncidentBoard | null): Attention {
  if (board === null) return said('running', 'run', 'incident.loading', 'incident.loading.detail');
  return said('information', 'quiet', 'incident.board.head', 'incident.board.detail', { count: board.open.length });
}
