import type { CheckOutcome } from '../domain/clearance/check.ts';
import type { ClearanceEvent, RecordedHit } from '../domain/clearance/clearance.ts';
import { type DocumentFacts, documentKey } from '../domain/document/facts.ts';
import { compareFields } from '../domain/screening/compare_fields.ts';
import type { Hit, ScreeningQuery } from '../domain/screening/entry.ts';
import type { Exclusion } from '../domain/screening/exclusion.ts';
import { documentListLine, isDocumentList, isSimilarDocument, personListLine } from '../domain/screening/list_line.ts';
import type { Screening } from '../ports/watchlist.ts';
import { entryDigest, recalled } from './exclusion_memory.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';
import { atWholeSteps } from './whole_steps.ts';

/** The local lists answer within a second or count as not answering (domain D3). */
const LOCAL_LIST_LIMIT_MS = 1000;

export function queryOf(document: DocumentFacts, on: string): ScreeningQuery {
  return {
    surname: document.surname,
    givenNames: document.givenNames,
    nameTruncated: document.nameTruncated,
    nationality: document.nationality,
    documentNumber: document.number,
    issuer: document.issuer,
    on,
    ...(document.birthDate === '' ? {} : { birthDate: document.birthDate }),
    ...(document.sex === '' ? {} : { sex: document.sex }),
    ...(document.personalNumber === null ? {} : { personalNumber: document.personalNumber }),
  };
}

export const isDiscreet = (hit: Hit): boolean =>
  hit.entry.discreet === true || hit.entry.action === 'DISCREET' || hit.listKind === 'DISCREET';

function recorded(
  hit: Hit,
  query: ScreeningQuery,
  screening: Screening,
  remembered: readonly Exclusion[],
): RecordedHit {
  const fields = compareFields(query, hit.entry);
  const digest = entryDigest(hit.entry);
  // Nobody ever told a discreet entry apart: an officer never sees one.
  const known = isDiscreet(hit) ? [] : remembered;
  return {
    hit,
    name: `${hit.list}/${hit.entry.id}`,
    listAsOf: screening.lists.find((list) => list.list === hit.list)?.asOf ?? 0,
    entryDigest: digest,
    exclusion: recalled(known, { list: hit.list, entryId: hit.entry.id, entryDigest: digest }, query.on),
    strongDifferences: fields.filter((field) => field.strong && field.result === 'DIFFERENT').length,
    answer: null,
    answeredBy: null,
    confirmedBy: null,
  };
}

function noAnswer(reason: 'SOURCE_TIMEOUT' | 'LIST_DAMAGED', durationMs: number, at: number): ClearanceEvent[] {
  const line = {
    result: 'UNDETERMINED',
    reason,
    severity: 'TO_RESOLVE',
    source: 'LOCAL',
    dataVersion: null,
    durationMs,
  } as const;
  const lines: CheckOutcome[] = [
    { check: 'LOST_REVOKED', ...line },
    { check: 'LOCAL_LISTS', ...line },
  ];
  return lines.map((outcome) => ({ type: 'CHECK_FINISHED', outcome, at }));
}

/** What is remembered of this document; a store that does not answer remembers nothing, and every entry asks. */
async function remembered(context: LaneContext, document: DocumentFacts): Promise<readonly Exclusion[]> {
  const key = documentKey(document);
  if (key === null) return [];
  const found = await context.exclusions.ofDocument(key);
  return found.ok ? found.value : [];
}

type Answered =
  | { readonly problem: 'LIST_DAMAGED' }
  | { readonly hits: readonly Hit[]; readonly compared: readonly RecordedHit[]; readonly lists: Screening['lists'] };

async function ask(context: LaneContext, document: DocumentFacts): Promise<Answered> {
  const { nameAlone } = context.settings.screening;
  const query = { ...queryOf(document, dayAtGate(context)), nameAlone };
  // Asked of every document at once with the lists, so that no timing tells of an entry.
  const [screened, exclusions] = await Promise.all([context.watchlist.screen(query), remembered(context, document)]);
  if (!screened.ok) return { problem: 'LIST_DAMAGED' };
  const { hits, lists } = screened.value;
  const compared = hits
    .filter((hit) => isDiscreet(hit) || !isDocumentList(hit.listKind) || isSimilarDocument(hit))
    .map((hit) => recorded(hit, query, screened.value, exclusions));
  return { hits, compared, lists };
}

/** Asks the booth's own lists once and gives the two lines they answer, with the hits. Never throws, always ends. */
export async function checkLists(context: LaneContext, document: DocumentFacts): Promise<ClearanceEvent[]> {
  const started = context.clock.monotonic();
  const answer = await atWholeSteps(context.clock, ask(context, document), LOCAL_LIST_LIMIT_MS);
  const durationMs = context.clock.monotonic() - started;
  const at = context.clock.now();
  if (answer === null) return noAnswer('SOURCE_TIMEOUT', durationMs, at);
  if ('problem' in answer) return noAnswer(answer.problem, durationMs, at);
  const { hits, compared, lists } = answer;
  const shown = hits.filter((hit) => !isDiscreet(hit));
  return [
    {
      type: 'LISTS_ANSWERED',
      hits: compared.filter((one) => !isDiscreet(one.hit)),
      discreet: compared.filter((one) => isDiscreet(one.hit)),
      lists: lists.map(({ list, kind, version, asOf }) => ({ list, kind, version, asOf })),
    },
    { type: 'CHECK_FINISHED', outcome: documentListLine(shown, lists, document, at, durationMs), at },
    { type: 'CHECK_FINISHED', outcome: personListLine(lists, at, durationMs), at },
  ];
}
