import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';
import type { ServiceState } from '../lane_memory.ts';
import { SERVICE_MARK } from '../service_mark.ts';

export type ServiceProblem =
  | { readonly code: 'CLEARANCE_OPEN' }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/**
 * Takes a lane out of service or back into it: remembered over restarts, written down before it counts. Not under an open
 * clearance: its traveller would stand before a closed lane.
 */
export async function switchService(
  lane: Lane,
  asked: { readonly open: boolean; readonly reason: string; readonly by: string },
): Promise<Result<void, ServiceProblem>> {
  const { context, memory } = lane;
  if (!(await lane.hold())) return err({ code: 'CLEARANCE_OPEN' });
  const { open, reason, by } = asked;
  const state: ServiceState = { open, reason, by, since: context.clock.now() };
  const written = await context.records.commit({
    entries: [entry(context, 'SERVICE_SWITCHED', by, null, { open, reason })],
    mark: { name: SERVICE_MARK, value: asJson(state) },
  });
  if (written.ok) memory.service = state;
  lane.release();
  return written.ok ? ok(undefined) : err({ code: 'STORE_FAILED', problem: written.error });
}
