import { may } from '../access/permissions.ts';
import type { Role } from '../access/role.ts';
import type { Incident } from './incident.ts';

type Seen = Pick<Incident, 'level' | 'trigger' | 'openedBy' | 'leader' | 'tasks' | 'closed'>;

/**
 * Who an incident of the lane is shown to. A loud one to everybody who may call. A silent one to those who are meant to receive
 * it, to whom its leader gave a task, and to whom opened its record on the screen. The one who called by the hidden keys sees
 * nothing of it, whatever the rank: whoever forces that officer reads the same screen. Only taking the lead, or the end, shows it.
 */
export function isShownTo(
  incident: Seen,
  { number, roles }: { readonly number: string; readonly roles: readonly Role[] },
) {
  const { level, trigger, openedBy, leader, tasks, closed } = incident;
  if (level === 'LOUD') return true;
  const receives = may(roles, 'RECEIVE_SILENT_CALL');
  if (openedBy !== number) return receives || tasks.some(({ owner }) => owner === number);
  if (trigger !== 'SILENT_CALL') return true;
  return receives && (leader === number || closed !== null);
}
