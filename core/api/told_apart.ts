import type { ToldApart } from '../../contract/watchlist_view.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { UndoReason } from '../domain/screening/exclusion.ts';
import type { StorageProblem } from '../ports/records.ts';
import { dayAtGate, entry, type LaneContext } from './lane_context.ts';

/** More than people look through; older ones run out by themselves. */
const MOST_SHOWN = 500;

export async function toldApart(context: LaneContext): Promise<Result<ToldApart[], StorageProblem>> {
  const found = await context.exclusions.recent(MOST_SHOWN);
  if (!found.ok) return found;
  const today = dayAtGate(context);
  return ok(
    found.value.map(({ id, list, entryId, matchClass, decidedAt, decidedBy, confirmedBy, lastDay }) => ({
      id,
      list,
      entry: entryId,
      matchClass,
      decidedAt,
      decidedBy,
      confirmedBy,
      lastDay,
      runOut: lastDay < today,
    })),
  );
}

/** Takes a decision back outside any case. What a case in progress has recalled stays that case's own. */
export async function undoToldApart(
  context: LaneContext,
  id: string,
  reason: UndoReason,
  by: string,
): Promise<
  Result<
    null,
    { readonly code: 'NO_SUCH_EXCLUSION' } | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem }
  >
> {
  const known = await toldApart(context);
  if (!known.ok) return err({ code: 'STORE_FAILED', problem: known.error });
  const one = known.value.find((exclusion) => exclusion.id === id);
  if (!one) return err({ code: 'NO_SUCH_EXCLUSION' });
  const at = context.clock.now();
  const data = { exclusion: id, name: `${one.list}/${one.entry}`, reason };
  const done = await context.records.commit({
    exclusions: [{ kind: 'UNDO', id, by, at, reason }],
    entries: [entry(context, 'EXCLUSION_UNDONE', by, null, data)],
  });
  return done.ok ? ok(null) : err({ code: 'STORE_FAILED', problem: done.error });
}
