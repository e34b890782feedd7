import { createHash } from 'node:crypto';
import type { Clearance, ClearanceEvent, RecalledExclusion, RecordedHit } from '../domain/clearance/clearance.ts';
import { asks } from '../domain/clearance/hits.ts';
import { documentKey } from '../domain/document/facts.ts';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import {
  type AnsweringEntry,
  type Exclusion,
  type ExclusionChange,
  entryText,
  recall,
  rememberedUntil,
} from '../domain/screening/exclusion.ts';
import type { JournalInput } from '../ports/records.ts';
import { asJson, dayAtGate, entry, type LaneContext } from './lane_context.ts';

export function entryDigest(listed: WatchlistEntry): string {
  return createHash('sha256').update(entryText(listed), 'utf8').digest('hex');
}

/** What is remembered of an entry that answers, as the clearance keeps it. */
export function recalled(known: readonly Exclusion[], answering: AnsweringEntry, on: string): RecalledExclusion | null {
  const found = recall(known, answering, on);
  if (found === null) return null;
  const { id, decidedAt, decidedBy, confirmedBy, lastDay } = found.exclusion;
  return { id, decidedAt, decidedBy, confirmedBy, lastDay, standing: found.standing, undone: null };
}

/** What a step does to the memory of persons told apart, and what the journal says of it; one with the step itself. */
interface ExclusionStep {
  readonly changes: readonly ExclusionChange[];
  readonly entries: readonly JournalInput[];
}

const NOTHING: ExclusionStep = { changes: [], entries: [] };

export function exclusionStep(context: LaneContext, event: ClearanceEvent, after: Clearance): ExclusionStep {
  switch (event.type) {
    case 'LISTS_ANSWERED':
      return { changes: [], entries: event.hits.flatMap((hit) => applied(context, hit, after)) };
    case 'EXCLUSION_UNDONE':
      return undone(context, event, after);
    case 'DECIDE':
      return event.decision.kind === 'CLEARED' ? recorded(context, after, event.decision.at) : NOTHING;
    default:
      return NOTHING;
  }
}

/** An earlier exclusion met its entry again: it held, or it did no more. */
function applied(context: LaneContext, { name, exclusion }: RecordedHit, after: Clearance): JournalInput[] {
  if (exclusion === null) return [];
  const { id, standing, decidedBy, confirmedBy, lastDay } = exclusion;
  const code = standing === 'HOLDS' ? 'EXCLUSION_APPLIED' : 'EXCLUSION_EXPIRED';
  return [
    entry(context, code, 'system', after, asJson({ exclusion: id, name, standing, decidedBy, confirmedBy, lastDay })),
  ];
}

function undone(
  context: LaneContext,
  { name, by, at, reason }: Extract<ClearanceEvent, { type: 'EXCLUSION_UNDONE' }>,
  after: Clearance,
): ExclusionStep {
  const id = after.hits.find((hit) => hit.name === name)?.exclusion?.id;
  if (id === undefined) return NOTHING;
  return {
    changes: [{ kind: 'UNDO', id, by, at, reason }],
    entries: [entry(context, 'EXCLUSION_UNDONE', by, after, asJson({ exclusion: id, name, reason }))],
  };
}

/** The last day on which "different", said now, would be remembered for this document; null when it would not be. */
export function wouldHoldUntil(context: LaneContext, clearance: Pick<Clearance, 'document'>): string | null {
  return rememberedUntil(clearance.document, dayAtGate(context), context.settings.screening.exclusionDays);
}

/**
 * Remembered with the decision, not with the answer: until then an officer may think better of it, and a case that ends
 * in doubt proves nothing.
 */
function recorded(context: LaneContext, after: Clearance, at: number): ExclusionStep {
  const told = after.hits.filter((hit) => asks(hit) && hit.answer === 'DIFFERENT');
  return rememberedApart(
    context,
    after,
    told.map((recorded) => ({ recorded, by: recorded.answeredBy ?? '', confirmedBy: recorded.confirmedBy })),
    at,
  );
}

/** An entry of a clearance that was told apart for good, by whom and with which second person. */
export interface ToldApartNow {
  readonly recorded: RecordedHit;
  readonly by: string;
  readonly confirmedBy: string | null;
}

/** Remembers entries as told apart from the document of a clearance; nothing where nothing can be remembered. */
export function rememberedApart(
  context: LaneContext,
  after: Clearance,
  told: readonly ToldApartNow[],
  at: number,
): ExclusionStep {
  const key = documentKey(after.document);
  const lastDay = wouldHoldUntil(context, after);
  if (key === null || lastDay === null) return NOTHING;
  const made = told.map(({ recorded: { name, hit, entryDigest: digest }, by, confirmedBy }) => {
    const exclusion: Exclusion = {
      id: context.ids.uuid(),
      list: hit.list,
      entryId: hit.entry.id,
      entryDigest: digest,
      matchClass: hit.matchClass,
      decidedAt: at,
      decidedBy: by,
      confirmedBy,
      lastDay,
      recordNumber: after.recordNumber,
    };
    return { name, exclusion };
  });
  return {
    changes: made.map(({ exclusion }) => ({ kind: 'RECORD', documentKey: key, exclusion })),
    entries: made.map(({ name, exclusion: { id, matchClass, decidedBy, confirmedBy } }) =>
      entry(
        context,
        'EXCLUSION_RECORDED',
        decidedBy,
        after,
        asJson({ exclusion: id, name, matchClass, confirmedBy, lastDay }),
      ),
    ),
  };
}
