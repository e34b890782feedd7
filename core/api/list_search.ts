import type { FoundEntry, SearchAnswer, SearchRequest } from '../../contract/watchlist_view.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { compareFields } from '../domain/screening/compare_fields.ts';
import type { Hit, ScreeningQuery } from '../domain/screening/entry.ts';
import { writtenName } from '../domain/screening/names/written_name.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { ListStatus, WatchlistProblem } from '../ports/watchlist.ts';
import { fieldViews, whyView } from './hit_view.ts';
import { asJson, dayAtGate, entry, type LaneContext } from './lane_context.ts';
import { isDiscreet } from './list_check.ts';

/** Entries that go to the window; the count tells of the rest. */
const MOST_SHOWN = 50;

export type SearchProblem =
  | { readonly code: 'LISTS_FAILED'; readonly problem: WatchlistProblem }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

function queryOf(asked: SearchRequest, on: string): ScreeningQuery {
  const known = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), on };
}

function foundEntry(hit: Hit, query: ScreeningQuery, lists: readonly ListStatus[]): FoundEntry {
  const listed = hit.entry;
  return {
    hit: `${hit.list}/${listed.id}`,
    list: hit.list,
    listKind: hit.listKind,
    listVersion: hit.listVersion,
    listAsOf: lists.find((list) => list.list === hit.list)?.asOf ?? 0,
    matchClass: hit.matchClass,
    score: hit.score,
    threshold: hit.threshold,
    why: whyView(hit),
    fields: fieldViews(compareFields(query, listed)),
    discreet: isDiscreet(hit),
    action: listed.action ?? null,
    names: listed.names.map(writtenName),
    birthDates: [...(listed.birthDate === undefined ? [] : [listed.birthDate]), ...(listed.otherBirthDates ?? [])],
    birthPlace: listed.birthPlace ?? null,
    documents: (listed.documents ?? []).map(({ number, issuer, status }) => ({
      number,
      issuer,
      status: status ?? null,
    })),
    authority: listed.authority ?? null,
    decision: listed.decision ?? null,
    legalGround: listed.legalGround ?? null,
    validFrom: listed.validFrom ?? null,
    validTo: listed.validTo ?? null,
    personInformed: listed.personInformed ?? null,
    note: listed.note ?? null,
  };
}

/** Asks every list, discreet ones too. Who asked for whom is in the journal before the answer is given. */
export async function searchLists(
  context: LaneContext,
  asked: SearchRequest,
  by: string,
): Promise<Result<SearchAnswer, SearchProblem>> {
  const query = queryOf(asked, dayAtGate(context));
  const answer = await context.watchlist.screen(query);
  if (!answer.ok) return err({ code: 'LISTS_FAILED', problem: answer.error });
  const { hits, lists, tookMs } = answer.value;
  const data = asJson({
    lists: lists.map(({ list, version }) => `${list}@${version}`),
    discreetLists: lists.filter((list) => list.kind === 'DISCREET').length,
    hits: hits.length,
    discreetHits: hits.filter(isDiscreet).length,
    /** Everything personal stands here, so that who shows the journal can leave it out. */
    redacted: { asked, entries: hits.slice(0, MOST_SHOWN).map((hit) => `${hit.list}/${hit.entry.id}`) },
  });
  const written = await context.records.commit({ entries: [entry(context, 'LIST_SEARCHED', by, null, data)] });
  if (!written.ok) return err({ code: 'STORE_FAILED', problem: written.error });
  const shown = hits.slice(0, MOST_SHOWN).map((hit) => foundEntry(hit, query, lists));
  return ok({ hits: shown, found: hits.length, lists: lists.length, tookMs });
}
