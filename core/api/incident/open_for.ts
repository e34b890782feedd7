import type { Role } from '../../domain/access/role.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isShownTo } from '../../domain/incident/who_sees.ts';
import type { Lane } from '../lane.ts';

/** Who is signed in where a call comes from. */
export interface Signed {
  readonly officer: { readonly number: string; readonly roles: readonly Role[] } | null;
}

/** The open incident of this id, for somebody to whom it is shown; for everybody else there is none. Throws the declared error. */
export function openFor(
  { incidents }: Pick<Lane, 'incidents'>,
  id: string,
  { officer }: Signed,
  errors: { NO_SUCH_INCIDENT(): Error },
): Incident {
  const found = incidents.open.find((one) => one.id === id);
  if (found === undefined || officer === null || !isShownTo(found, officer)) throw errors.NO_SUCH_INCIDENT();
  return found;
}
