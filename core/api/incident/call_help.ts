import type { Incident } from '../../domain/incident/incident.ts';
import type { Lane } from '../lane.ts';
import type { Call } from './incidents.ts';

/** Opens an incident, linked to the clearance that is open at the counter. */
export async function callHelp(
  lane: Lane,
  call: Omit<Call, 'clearance'>,
  errors: { STORE_FAILED(options: { data: { code: string } }): Error },
): Promise<Incident> {
  const state = lane.runner.state;
  const clearance = state === null ? null : { id: state.clearance.id, recordNumber: state.clearance.recordNumber };
  const opened = await lane.incidents.call({ ...call, clearance });
  if (opened.ok) return opened.value;
  throw errors.STORE_FAILED({
    data: { code: opened.error.code === 'STORE_FAILED' ? opened.error.problem.code : 'STORE_IO' },
  });
}
