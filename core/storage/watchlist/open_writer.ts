import { err, ok, type Result } from '../../domain/result.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListChange, WatchlistProblem } from '../../ports/watchlist.ts';
import { admit } from './admit.ts';
import { closeGap, noteGap } from './delta_gap.ts';
import { deltaWriter } from './delta_writer.ts';
import { listSlug } from './list_file.ts';
import { type ListWriter, type ListWriterOptions, listWriter } from './list_writer.ts';
import { stateInService } from './state_in_service.ts';

export type RowWriter = ListWriter<WatchlistEntry | ListChange>;

function isChange(row: WatchlistEntry | ListChange): row is ListChange {
  return 'op' in row;
}

/**
 * Begins a copy, or changes to the one in service where the header names a base. Refused by the order of versions and
 * signatures (admit.ts); that changes are missing is noted, for the list to say so. Throws SqliteError and file system errors.
 */
export function openWriter(options: ListWriterOptions): Result<RowWriter, WatchlistProblem> {
  const { directory, key, header } = options;
  const slug = listSlug(header.list);
  const state = stateInService(directory, key, header.list);
  const refused = admit(header, state?.content ?? null);
  if (refused) {
    if (refused.gap) noteGap(directory, slug, key, header.sequence ?? null);
    return err({ code: refused.code, detail: refused.detail });
  }
  if (header.base !== undefined && state) {
    const changes = deltaWriter(options, state);
    return ok({
      ...changes,
      add: (row) => (isChange(row) ? changes.add(row) : 'NOT_A_CHANGE'),
      swapIn() {
        const done = changes.swapIn();
        if (done && header.sequence !== undefined) closeGap(directory, slug, key, header.sequence);
        return done;
      },
    });
  }
  const copy = listWriter(options, state);
  return ok({
    ...copy,
    add: (row) => (isChange(row) ? 'NOT_AN_ENTRY' : copy.add(row)),
    swapIn() {
      const done = copy.swapIn();
      if (done) closeGap(directory, slug, key, null);
      return done;
    },
  });
}
