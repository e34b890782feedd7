import { useState } from 'react';
import type { IncidentBoard, IncidentView, TaskView } from '../../contract/incident_view.ts';
import { isOver, nextTask } from '../../core/domain/incident/incident.ts';

/** Which incident and which of its tasks is before the eyes: the only open one and its next task unless chosen otherwise. */
export function useChoice(board: IncidentBoard | null, first: { readonly incident?: string; readonly task?: string }) {
  const [wanted, setWanted] = useState<string | null>(first.incident ?? null);
  const [task, setTask] = useState<string | null>(first.task ?? null);
  const all: readonly IncidentView[] = board === null ? [] : [...board.open, ...board.closed];
  const only = board?.open.length === 1 ? (board.open[0]?.id ?? null) : null;
  const incident = all.find(({ id }) => id === (wanted ?? only)) ?? null;
  const next: TaskView | null = incident === null ? null : nextTask(incident);
  const chosen = incident?.tasks.find(({ id }) => id === task) ?? next;
  const open = incident !== null && incident.closed === null;
  return {
    incident,
    next,
    chosen,
    open,
    /** The chosen task, where it may still be done. */
    doable: open && chosen !== null && !isOver(chosen) ? chosen : null,
    choose: setWanted,
    chooseTask: setTask,
    move(step: number) {
      if (incident === null) return;
      const at = incident.tasks.findIndex(({ id }) => id === chosen?.id);
      setTask(incident.tasks[Math.min(incident.tasks.length - 1, Math.max(0, at + step))]?.id ?? null);
    },
    /** To the list, where there is more than this one; false: there is nothing to go back to here. */
    toList(): boolean {
      if (incident === null || all.length < 2) return false;
      setWanted('none');
      setTask(null);
      return true;
    },
  };
}
