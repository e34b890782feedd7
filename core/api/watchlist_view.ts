import type { WatchlistView } from '../../contract/watchlist_view.ts';
import { listAge } from '../domain/screening/list_age.ts';
import type { ListStatus } from '../ports/watchlist.ts';
import type { Lane } from './lane.ts';
import { laneName } from './lane_view.ts';
import type { ListChanges } from './list_changes.ts';
import { presentPosture } from './posture/posture_view.ts';

function listInService(list: ListStatus, now: number): WatchlistView['lists'][number] {
  const { kind, version, entries, asOf, agedAfterHours, expiredAfterHours, importedAt } = list;
  const { state, persons, documentsOnly, bytes, sequence, lastDeltaAt } = list;
  return {
    list: list.list,
    kind,
    version,
    entries,
    asOf,
    agedAfterHours,
    expiredAfterHours,
    age: listAge({ asOf, agedAfterHours, expiredAfterHours }, now),
    discreet: kind === 'DISCREET',
    importedAt,
    state,
    persons,
    documentsOnly,
    bytes,
    sequence,
    lastDeltaAt,
    importedBy: list.importedBy ?? null,
    signedBy: list.signedBy ?? null,
  };
}

/** The lists as their administrator sees them. Nothing of a lane's case is in it. */
export function watchlistView(
  lane: Lane,
  changes: ListChanges,
  administrator: WatchlistView['administrator'],
): WatchlistView {
  const { context, memory } = lane;
  const now = context.clock.now();
  const lists = memory.lists.map((list) => listInService(list, now));
  lists.sort((a, b) => a.list.localeCompare(b.list));
  return {
    lane: laneName(lane),
    now,
    administrator,
    connection: memory.connection,
    posture: presentPosture(lane.postures.inForce(), memory.startedAt),
    lists,
    problem: memory.listsProblem,
    change: changes.view,
  };
}
