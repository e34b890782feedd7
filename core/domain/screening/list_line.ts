import type { CheckOutcome, CheckResult, ReasonCode, Severity } from '../clearance/check.ts';
import type { DocumentStatus, EntryDocument, Hit, ListKind } from './entry.ts';
import { foldIssuer, foldNumber } from './fold.ts';
import { type ListAge, listAge } from './list_age.ts';

/** A list as it was asked. */
export interface AskedList {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly asOf: number;
  readonly agedAfterHours: number;
  readonly expiredAfterHours: number;
  /** PREPARING: names in this list can not be found yet. */
  readonly state?: 'IN_SERVICE' | 'PREPARING' | 'NEEDS_RELOAD';
}

/** Lists of documents answer the line "lost / revoked"; all others the line "local lists". */
export function isDocumentList(kind: ListKind): boolean {
  return kind === 'LOST_STOLEN' || kind === 'REVOKED';
}

const STATUS_REASON: Record<Exclude<DocumentStatus, 'LISTED'>, ReasonCode> = {
  LOST: 'DOC_LOST_STOLEN',
  STOLEN: 'DOC_LOST_STOLEN',
  REVOKED: 'DOC_REVOKED',
  SINGLE_USE_SPENT: 'DOC_SINGLE_USE_SPENT',
};

/** The gravest first, where lists say several things of one document. */
const GRAVEST: readonly ReasonCode[] = ['DOC_LOST_STOLEN', 'DOC_REVOKED', 'DOC_SINGLE_USE_SPENT'];

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

interface DocumentAtDesk {
  readonly number: string;
  readonly issuer: string;
}

/** What an entry on a list of documents says of just this document; null where it does not name it. */
function listedDocument(hit: Hit, document: DocumentAtDesk): EntryDocument | null {
  if (!isDocumentList(hit.listKind)) return null;
  const number = foldNumber(document.number);
  const issuer = foldIssuer(document.issuer);
  if (number === '' || issuer === '') return null;
  const listed = hit.entry.documents?.find(
    (one) => foldNumber(one.number) === number && foldIssuer(one.issuer) === issuer,
  );
  return listed ?? null;
}

function reasonOf(listed: EntryDocument, kind: ListKind): ReasonCode {
  if (listed.status !== undefined && listed.status !== 'LISTED') return STATUS_REASON[listed.status];
  return kind === 'REVOKED' ? 'DOC_REVOKED' : 'DOC_LOST_STOLEN';
}

/**
 * Found on a list of documents by a number that may be this one, misread, or whose issuer is not known: an officer
 * compares it, as an entry on a person.
 */
export function isSimilarDocument(hit: Hit): boolean {
  const byNumber = hit.why.some(({ code }) => code === 'DOCUMENT_SIMILAR' || code === 'DOCUMENT_EQUAL');
  return isDocumentList(hit.listKind) && hit.matchClass !== 'CERTAIN' && byNumber;
}

/**
 * The line "lost / revoked" before any answer of an officer: the document itself on a list of documents. A number that is only similar is to be
 * resolved, and blocks nothing by itself; a name on such a list says nothing of the document that was laid down.
 */
export function documentListLine(
  hits: readonly Hit[],
  lists: readonly AskedList[],
  document: DocumentAtDesk,
  now: number,
  durationMs: number,
): CheckOutcome {
  const asked = lists.filter((list) => isDocumentList(list.kind));
  const base = { check: 'LOST_REVOKED', source: 'LOCAL', dataVersion: versions(asked), durationMs } as const;
  const reasons = hits.flatMap((hit) => {
    const listed = listedDocument(hit, document);
    return listed ? [reasonOf(listed, hit.listKind)] : [];
  });
  const reason = GRAVEST.find((one) => reasons.includes(one));
  if (reason !== undefined) return { ...base, result: 'FAILED', reason, severity: 'BLOCKING' };
  const listed = withoutHit(asked, now);
  if (listed.result === 'PASSED' && hits.some(isSimilarDocument)) {
    return { ...base, result: 'UNDETERMINED', reason: 'DOC_NUMBER_SIMILAR', severity: 'TO_RESOLVE' };
  }
  return { ...base, ...listed };
}

/** The line "local lists" before any answer of an officer; hits are put into it by the clearance machine. */
export function personListLine(lists: readonly AskedList[], now: number, durationMs: number): CheckOutcome {
  const asked = lists.filter((list) => !isDocumentList(list.kind));
  const base = { check: 'LOCAL_LISTS', source: 'LOCAL', dataVersion: versions(asked), durationMs } as const;
  if (asked.some((list) => list.state === 'PREPARING')) {
    return { ...base, result: 'UNDETERMINED', reason: 'LIST_PREPARING', severity: 'TO_RESOLVE' };
  }
  return { ...base, ...withoutHit(asked, now) };
}
