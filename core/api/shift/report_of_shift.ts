import type { EventId } from '../../domain/audit/events.ts';
import type { Decision } from '../../domain/clearance/clearance.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { HitTruth } from '../../domain/second_line/hit_truth.ts';
import { type Decided, type ShiftReport, shiftReport } from '../../domain/shift/shift_report.ts';
import type { JournalEntry, StorageProblem } from '../../ports/records.ts';
import type { LaneContext } from '../lane_context.ts';
import { isForHandOver } from './hand_over_items.ts';

const DECISIONS: readonly EventId[] = ['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED'];
/** More than a lane decides in a day. */
const MOST = 5_000;
const MOST_FILES = 1_000;

interface Verdict {
  readonly direction: Decided['direction'];
  readonly openedAt: number;
  readonly decision: Decision;
  readonly document: { readonly citizen: boolean };
  readonly hits: readonly { readonly answer: string | null; readonly confirmedBy: string | null }[];
}

function decidedOf({ data }: JournalEntry): Decided {
  const { direction, openedAt, decision, document, hits } = data as unknown as Verdict;
  return {
    direction,
    outcome: decision.kind,
    citizen: document.citizen,
    seconds: Math.round((decision.at - openedAt) / 1000),
    overrides: hits.filter(({ confirmedBy }) => confirmedBy !== null).length,
    toldApart: decision.kind === 'CLEARED' ? hits.filter(({ answer }) => answer === 'DIFFERENT').length : 0,
  };
}

/** How long the lane was out of service between two moments, from the switches; the newest come first. */
export function downtime(switches: readonly JournalEntry[], from: number, to: number): number {
  let closedSince: number | null = null;
  let total = 0;
  for (const { at, data } of [...switches].reverse()) {
    const open = (data as { readonly open?: boolean } | null)?.open === true;
    if (!open) closedSince ??= Math.max(at, from);
    else if (closedSince !== null) {
      total += Math.max(0, at - closedSince);
      closedSince = null;
    }
  }
  return closedSince === null ? total : total + Math.max(0, to - closedSince);
}

/** The closing report of what this booth's journal holds from entry `fromSeq` on, which was written at `from` (ms). */
export async function reportOfShift(
  { records, caseFiles, clock }: LaneContext,
  { from, fromSeq }: { readonly from: number; readonly fromSeq: number },
): Promise<Result<ShiftReport, StorageProblem>> {
  const size = await records.journalSize();
  if (!size.ok) return size;
  const range = { from: fromSeq, before: size.value + 1 };
  const decided = await records.journalOfEvents(DECISIONS, range, MOST);
  if (!decided.ok) return decided;
  const ended = await records.journalOfEvents(['SECOND_LINE_DECIDED'], range, MOST);
  if (!ended.ok) return ended;
  const switches = await records.journalOfEvents(['SERVICE_SWITCHED'], range, MOST);
  if (!switches.ok) return switches;
  const refusals = await caseFiles.closedSince('REFUSAL', from, MOST_FILES);
  if (!refusals.ok) return refusals;
  const incidents = await caseFiles.closedSince('INCIDENT', from, MOST_FILES);
  if (!incidents.ok) return incidents;
  const open = await caseFiles.open('INCIDENT');
  if (!open.ok) return open;
  const truths = ended.value.flatMap(({ data }) =>
    (data as unknown as { readonly entries: readonly HitTruth[] }).entries.map(({ truth }) => truth),
  );
  return ok(
    shiftReport(decided.value.map(decidedOf), {
      truths,
      refusals: refusals.value.length,
      incidents: [...incidents.value, ...open.value].filter(isForHandOver).length,
      downtimeMs: downtime(switches.value, from, clock.now()),
    }),
  );
}
