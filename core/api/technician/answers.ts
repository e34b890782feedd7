import type { DeviceSettingsView } from '../../../contract/technician_view.ts';
import type { EventId } from '../../domain/audit/events.ts';
import type { DeviceSetting } from '../../ports/device_workshop.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';

/** Who calls. */
export const by = (context: { officer: { number: string } | null }): string => context.officer?.number ?? '';
export const DONE = { done: true as const };

export interface StoreErrors {
  STORE_FAILED(options: { data: { code: string } }): Error;
}

export const storeFailed = (problem: StorageProblem, errors: StoreErrors): Error =>
  errors.STORE_FAILED({ data: { code: problem.code } });

/** Settings as the window knows them; `options` are plain JSON by the way they came. */
export function settingsView(settings: readonly DeviceSetting[]): DeviceSettingsView[] {
  return asJson(settings) as unknown as DeviceSettingsView[];
}

/** Writes one act of a technician down; throws the call's own refusal when it cannot be written. */
export async function writeDown(
  lane: Lane,
  event: EventId,
  actor: string,
  data: unknown,
  errors: StoreErrors,
): Promise<void> {
  const written = await lane.context.records.commit({
    entries: [entry(lane.context, event, actor, null, asJson(data))],
  });
  if (!written.ok) throw storeFailed(written.error, errors);
}
