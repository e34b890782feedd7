import type { CheckOutcome, CheckResult, ReasonCode, Severity } from '../clearance/check.ts';
import type { DocumentStatus, Hit, ListKind } from './entry.ts';
import { type ListAge, listAge } from './list_age.ts';

/** A list as it was asked. */
export interface AskedList {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly asOf: number;
  readonly agedAfterHours: number;
  readonly expiredAfterHours: number;
}

/** Lists of documents answer the line "lost / revoked"; all others the line "local lists". */
export function isDocumentList(kind: ListKind): boolean {
  return kind === 'LOST_STOLEN' || kind === 'REVOKED';
}

const STATUS_REASON: Record<DocumentStatus, ReasonCode> = {
  LOST: 'DOC_LOST_STOLEN',
  STOLEN: 'DOC_LOST_STOLEN',
  LISTED: 'DOC_LOST_STOLEN',
  REVOKED: 'DOC_REVOKED',
  SINGLE_USE_SPENT: 'DOC_SINGLE_USE_SPENT',
};

function worstAge(lists: readonly AskedList[], now: number): ListAge {
  const ages = lists.map((list) => listAge(list, now));
  if (ages.includes('EXPIRED')) return 'EXPIRED';
  return ages.includes('AGED') ? 'AGED' : 'FRESH';
}

/** What lists without an answer say: nothing loaded, too old, old, or passed. */
function withoutHit(
  lists: readonly AskedList[],
  now: number,
): { result: CheckResult; reason: ReasonCode | null; severity: Severity } {
  if (lists.length === 0) return { result: 'UNDETERMINED', reason: 'LIST_NONE_LOADED', severity: 'TO_RESOLVE' };
  const age = worstAge(lists, now);
  if (age === 'EXPIRED') return { result: 'UNDETERMINED', reason: 'LIST_COPY_EXPIRED', severity: 'TO_RESOLVE' };
  if (age === 'AGED') return { result: 'PASSED', reason: 'LIST_COPY_AGED', severity: 'INFORMATION' };
  return { result: 'PASSED', reason: null, severity: 'NONE' };
}

const versions = (lists: readonly AskedList[]): string | null =>
  lists.length === 0 ? null : lists.map((list) => `${list.list}@${list.version}`).join(' ');

/** The line "lost / revoked": the document itself on a list of documents. */
export function documentListLine(
  hits: readonly Hit[],
  lists: readonly AskedList[],
  document: { readonly number: string; readonly issuer: string },
  now: number,
  durationMs: number,
): CheckOutcome {
  const asked = lists.filter((list) => isDocumentList(list.kind));
  const base = { check: 'LOST_REVOKED', source: 'LOCAL', dataVersion: versions(asked), durationMs } as const;
  const found = hits.find((hit) => isDocumentList(hit.listKind));
  if (found === undefined) return { ...base, ...withoutHit(asked, now) };
  const listed = found.entry.documents?.find((one) => one.number === document.number && one.issuer === document.issuer);
  return { ...base, result: 'FAILED', reason: STATUS_REASON[listed?.status ?? 'LISTED'], severity: 'BLOCKING' };
}

/** The line "local lists" before any answer of an officer; hits are put into it by the clearance machine. */
export function personListLine(lists: readonly AskedList[], now: number, durationMs: number): CheckOutcome {
  const asked = lists.filter((list) => !isDocumentList(list.kind));
  return { check: 'LOCAL_LISTS', source: 'LOCAL', dataVersion: versions(asked), durationMs, ...withoutHit(asked, now) };
}
