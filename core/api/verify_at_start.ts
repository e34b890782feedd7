import { openBySystem } from './incident/open_by_system.ts';
import type { Lane } from './lane.ts';
import { asJson, entry } from './lane_context.ts';

/** Walks the journal once after each start, beside the work of the lane; the login screen shows what was found. */
export async function verifyAtStart(lane: Lane): Promise<void> {
  const { context, memory } = lane;
  const verdict = await context.records.verifyJournal();
  if (!verdict.ok) return lane.storeFailed(verdict.error);
  memory.journalOk = verdict.value.ok;
  if (!verdict.value.ok) await openBySystem(lane, 'JOURNAL_BROKEN');
  lane.publish();
  await context.records.commit({
    entries: [entry(context, 'JOURNAL_VERIFIED', 'system', null, asJson(verdict.value))],
  });
}
