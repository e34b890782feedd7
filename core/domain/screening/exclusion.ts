import { addDays } from './days.ts';
import type { MatchClass, WatchlistEntry } from './entry.ts';

/**
 * "Not the same person": one travel document and one list entry, told apart by named persons for a limited time, so that
 * an innocent namesake is not stopped each week (domain D3.5 point 3, F11). It holds for that pair alone.
 */
export interface Exclusion {
  readonly id: string;
  readonly list: string;
  readonly entryId: string;
  /** Of the entry as it stood then: an entry that has changed since asks again. */
  readonly entryDigest: string;
  readonly matchClass: MatchClass;
  readonly decidedAt: number;
  readonly decidedBy: string;
  /** The second person, where two were needed. */
  readonly confirmedBy: string | null;
  /** Last day at the gate on which it holds, YYYY-MM-DD. */
  readonly lastDay: string;
  readonly recordNumber: string;
}

/** The entry as it answers now. */
export interface AnsweringEntry {
  readonly list: string;
  readonly entryId: string;
  readonly entryDigest: string;
}

export type ExclusionStanding = 'HOLDS' | 'TIME_PASSED' | 'ENTRY_CHANGED';

/** Why an officer takes an exclusion back. */
export const UNDO_REASONS = ['NEW_INFORMATION', 'ANSWERED_WRONGLY', 'DOCUMENT_IN_DOUBT', 'OTHER'] as const;
export type UndoReason = (typeof UNDO_REASONS)[number];

/**
 * What a step does to the memory of persons told apart. The journal's entry of it names the exclusion as `exclusion` in
 * its data; the store adds the seal of the row.
 */
export type ExclusionChange =
  | {
      readonly kind: 'RECORD';
      /** `issuer:number`; kept as a keyed hash only. */
      readonly documentKey: string;
      readonly exclusion: Exclusion;
    }
  | {
      readonly kind: 'UNDO';
      readonly id: string;
      readonly by: string;
      readonly at: number;
      readonly reason: UndoReason;
    };

function plainText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const known = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = known.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, part]) => `${JSON.stringify(name)}:${plainText(part)}`).join(',')}}`;
}

/** One text for all forms of an entry that say the same: what its digest is made of. */
export function entryText(entry: WatchlistEntry): string {
  return plainText(entry);
}

/**
 * The last day on which a decision of `on` may be remembered: `days` from then, never beyond the document's own end. Null
 * where nothing can be remembered: a document without number or end, one that is not in order, or past its end.
 */
export function rememberedUntil(
  document: {
    readonly number: string;
    readonly issuer: string;
    readonly expiryDate: string;
    readonly valid: boolean;
  },
  on: string,
  days: number,
): string | null {
  const { number, issuer, expiryDate, valid } = document;
  if (!valid || number === '' || issuer === '' || expiryDate < on) return null;
  const last = addDays(on, days);
  return last < expiryDate ? last : expiryDate;
}

function standingOf(exclusion: Exclusion, entry: AnsweringEntry, on: string): ExclusionStanding {
  if (exclusion.lastDay < on) return 'TIME_PASSED';
  return exclusion.entryDigest === entry.entryDigest ? 'HOLDS' : 'ENTRY_CHANGED';
}

/** What is remembered of this entry for one document: the exclusion that holds, else the newest that does no more. */
export function recall(
  remembered: readonly Exclusion[],
  entry: AnsweringEntry,
  on: string,
): { readonly exclusion: Exclusion; readonly standing: ExclusionStanding } | null {
  const ofPair = remembered
    .filter((one) => one.list === entry.list && one.entryId === entry.entryId)
    .sort((a, b) => b.decidedAt - a.decidedAt)
    .map((exclusion) => ({ exclusion, standing: standingOf(exclusion, entry, on) }));
  return ofPair.find((one) => one.standing === 'HOLDS') ?? ofPair[0] ?? null;
}
