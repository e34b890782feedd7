import { may } from '../domain/access/permissions.ts';
import type { Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { WatchlistProblem } from '../ports/watchlist.ts';
import type { Api, ApiParts } from './authorise.ts';
import type { ChangeProblem } from './list_changes.ts';
import { searchLists } from './list_search.ts';
import { pinRefused } from './pin_refused.ts';
import { toldApart, undoToldApart } from './told_apart.ts';
import { watchlistView } from './watchlist_view.ts';
import { whileSignedIn } from './while_signed_in.ts';

/** The failures that every call of this area may end in. */
interface CommonErrors {
  LISTS_FAILED(options: { data: { code: string } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}
type Failure =
  | { readonly code: 'LISTS_FAILED'; readonly problem: WatchlistProblem }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

function failed(error: Failure, errors: CommonErrors): Error {
  return errors[error.code]({ data: { code: error.problem.code } });
}

type Named = Exclude<ChangeProblem['code'], Failure['code']>;

/** The value, or the refusal by its own name; `named` holds the ones that this call knows. */
function taken<T>(
  result: Result<T, ChangeProblem>,
  errors: CommonErrors,
  named: Partial<Record<Named, () => Error>>,
): T {
  if (result.ok) return result.value;
  const { error } = result;
  if (error.code === 'LISTS_FAILED' || error.code === 'STORE_FAILED') throw failed(error, errors);
  const make = named[error.code];
  if (!make) throw new Error(`${error.code} is no answer of this call`);
  throw make();
}

const by = (context: { officer: { number: string } | null }): string => context.officer?.number ?? '';

export function watchlistCalls(api: Api, { lane, signIns, changes, incoming }: ApiParts) {
  const { memory } = lane;
  return {
    watch: api.watchlist.watch.handler(async function* ({ signal, context }) {
      for await (const { officer } of whileSignedIn(signIns, context, lane.boothLive.follow(signal)))
        yield watchlistView(lane, changes, officer);
    }),

    search: api.watchlist.search.handler(async ({ input, context, errors }) => {
      const found = await searchLists(lane.context, input, by(context));
      if (!found.ok) throw failed(found.error, errors);
      return found.value;
    }),

    incoming: api.watchlist.incoming.handler(async ({ errors }) => {
      const files = await incoming.files();
      if (!files.ok) throw errors.LISTS_FAILED({ data: { code: files.error.code } });
      return { files: [...files.value], formats: [...incoming.formats] };
    }),

    orderImport: api.watchlist.orderImport.handler(async ({ input, context, errors }) => {
      const ordered = await changes.orderImport(input, memory.lists, by(context));
      return { change: taken(ordered, errors, errors) };
    }),

    orderReturn: api.watchlist.orderReturn.handler(async ({ input, context, errors }) => {
      const ordered = await changes.orderReturn(input.list, memory.lists, by(context));
      return { change: taken(ordered, errors, errors) };
    }),

    discard: api.watchlist.discard.handler(async ({ input, context, errors }) => {
      taken(await changes.discard(input.change, by(context)), errors, errors);
      return { discarded: true as const };
    }),

    confirm: api.watchlist.confirm.handler(async ({ input, context, errors }) => {
      const change = changes.view;
      if (change?.id !== input.change || change.phase !== 'READY') throw errors.NO_SUCH_CHANGE();
      if (change.orderedBy === input.number) throw errors.SAME_PERSON();
      const second = await signIns.secondPerson(context, input);
      if (!second.ok) throw pinRefused(second.error, errors);
      if (!may(second.value.roles, 'CONFIRM_LISTS')) throw errors.SECOND_PERSON_ROLE();
      taken(await changes.confirm(input.change, second.value.number), errors, errors);
      return { inService: true as const };
    }),

    exclusions: api.watchlist.exclusions.handler(async ({ errors }) => {
      const found = await toldApart(lane.context);
      if (!found.ok) throw errors.STORE_FAILED({ data: { code: found.error.code } });
      return found.value;
    }),

    undoExclusion: api.watchlist.undoExclusion.handler(async ({ input, context, errors }) => {
      const done = await undoToldApart(lane.context, input.exclusion, input.reason, by(context));
      if (done.ok) return { undone: true as const };
      if (done.error.code === 'NO_SUCH_EXCLUSION') throw errors.NO_SUCH_EXCLUSION();
      throw errors.STORE_FAILED({ data: { code: done.error.problem.code } });
    }),
  };
}
