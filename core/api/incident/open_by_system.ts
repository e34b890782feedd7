import type { Lane } from '../lane.ts';

/** The booth itself opens an incident about its data; once as long as one of the same cause is open. */
export async function openBySystem(lane: Lane, trigger: 'JOURNAL_BROKEN' | 'STORE_SET_ASIDE'): Promise<void> {
  if (lane.incidents.open.some((one) => one.trigger === trigger)) return;
  const call = { kind: 'DATA_BREACH', level: 'SILENT', trigger, by: 'system', leads: false, clearance: null } as const;
  const opened = await lane.incidents.call(call);
  if (!opened.ok && opened.error.code === 'STORE_FAILED') lane.storeFailed(opened.error.problem);
}
