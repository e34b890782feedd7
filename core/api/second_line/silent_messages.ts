import type { SilentMessages } from '../../../contract/second_line_view.ts';
import type { ClearanceState } from '../../domain/clearance/step.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { SilentMessage } from '../../domain/second_line/silent_message.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { asJson, entry, type LaneContext } from '../lane_context.ts';

/** How long a message that was seen still stands there, in ms. */
const SHOWN_AFTER_SEEN_MS = 12 * 3_600_000;
const MOST_SEEN = 50;

const messageOf = ({ state }: CaseFile) => state as unknown as SilentMessage;

/**
 * Read from the store when a supervisor's window asks, and kept nowhere: a decision makes no work of its own here, whatever
 * the lists know. Unseen ones first.
 */
export async function silentMessages(context: LaneContext): Promise<Result<SilentMessages, StorageProblem>> {
  const { caseFiles, clock } = context;
  const open = await caseFiles.open('DISCREET');
  if (!open.ok) return open;
  const seen = await caseFiles.closedSince('DISCREET', clock.now() - SHOWN_AFTER_SEEN_MS, MOST_SEEN);
  if (!seen.ok) return seen;
  const messages = await Promise.all([...open.value, ...seen.value].map((file) => shown(context, file)));
  return ok({ now: clock.now(), messages });
}

async function shown({ records }: LaneContext, file: CaseFile): Promise<SilentMessages['messages'][number]> {
  const { recordNumber, decidedAt, decision, entries, seen } = messageOf(file);
  const stored = await records.clearanceById(file.clearance ?? '');
  const state = stored.ok ? (stored.value?.state as unknown as ClearanceState | undefined) : undefined;
  const { surname = '', givenNames = '' } = state?.clearance.document ?? {};
  const name = `${surname} ${givenNames}`.trim();
  return { file: file.id, recordNumber, name, decidedAt, decision, entries: [...entries], seen };
}

/** Signs open messages as seen. One entry in the journal, whether it is about any or none. */
export async function silentSeen(
  context: LaneContext,
  { files, note }: { readonly files: readonly string[]; readonly note: string },
  by: string,
): Promise<Result<null, StorageProblem>> {
  const open = await context.caseFiles.open('DISCREET');
  if (!open.ok) return open;
  const at = context.clock.now();
  const signed = open.value
    .filter(({ id }) => files.includes(id))
    .map((file) => ({ ...file, closedAt: at, state: asJson({ ...messageOf(file), seen: { by, at, note } }) }));
  const records = signed.map(({ number }) => number);
  const told = entry(context, 'SILENT_MESSAGES_SEEN', by, null, { records, note });
  const stored = await context.records.commit({ files: signed, entries: [told] });
  return stored.ok ? ok(null) : stored;
}
