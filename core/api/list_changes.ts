import type { ListChange } from '../../contract/watchlist_view.ts';
import type { EventId } from '../domain/audit/events.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { IncomingLists, ListName } from '../ports/incoming_lists.ts';
import type { Json, StorageProblem } from '../ports/records.ts';
import type { ListStatus, WatchlistImport, WatchlistProblem } from '../ports/watchlist.ts';
import { buildList } from './build_list.ts';
import { entry, type LaneContext } from './lane_context.ts';
import { type Change, comparisonView, isOver } from './list_change.ts';

/** Limits of a list that comes in for the first time. */
const FIRST_LIMITS = { agedAfterHours: 24, expiredAfterHours: 72 };

export type ChangeProblem =
  | { readonly code: 'CHANGE_UNDER_WAY' | 'NO_SUCH_FILE' | 'NO_SUCH_LIST' | 'LIST_KIND_DIFFERS' | 'NO_SUCH_CHANGE' }
  | { readonly code: 'LISTS_FAILED'; readonly problem: WatchlistProblem }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

export interface ListChangesParts {
  readonly context: LaneContext;
  readonly importing: WatchlistImport;
  readonly incoming: IncomingLists;
  /** Told after every change of the view. */
  readonly tell: () => void;
  /** Told once other lists are in service. */
  readonly inService: () => Promise<void>;
}

export interface ImportOrder {
  readonly file: string;
  readonly format: string;
  /** Null where the file says itself which list it is. */
  readonly as: ListName | null;
  readonly exception: boolean;
}

/** At most one change of the lists at a time: ordered by one person, built aside, put in service by the word of another. */
export class ListChanges {
  readonly #parts: ListChangesParts;
  #change: Change | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: ListChangesParts) {
    this.#parts = parts;
  }

  get view(): ListChange | null {
    return this.#change?.view ?? null;
  }

  async orderImport(
    order: ImportOrder,
    lists: readonly ListStatus[],
    by: string,
  ): Promise<Result<string, ChangeProblem>> {
    if (!isOver(this.#change)) return err({ code: 'CHANGE_UNDER_WAY' });
    const files = await this.#parts.incoming.files();
    if (!files.ok) return err({ code: 'LISTS_FAILED', problem: files.error });
    const format = this.#parts.incoming.formats.find((one) => one.format === order.format);
    if (!format || !files.value.some((one) => one.name === order.file)) return err({ code: 'NO_SUCH_FILE' });
    const named = format.saysItself ? await this.#parts.incoming.namedBy(order.file) : ok(order.as);
    if (!named.ok) return err({ code: 'LISTS_FAILED', problem: named.error });
    if (named.value === null) return err({ code: 'NO_SUCH_LIST' });
    const { list, kind } = named.value;
    const inService = lists.find((one) => one.list === list);
    if (inService && inService.kind !== kind) return err({ code: 'LIST_KIND_DIFFERS' });
    const { file, exception } = order;
    const begun = await this.#begin({ what: 'IMPORT', list, kind, file, exception, phase: 'BUILDING' }, by, {
      format: order.format,
      exception,
    });
    if (!begun.ok) return begun;
    const change = begun.value;
    // A bug in a reader of files must not take the lane with it.
    this.#work = this.#build(change, order, inService ?? FIRST_LIMITS).catch(() =>
      this.#end(change, 'FAILED', null, { code: 'LIST_FORMAT', detail: 'the reader of this format failed' }),
    );
    return ok(change.view.id);
  }

  async orderReturn(list: string, lists: readonly ListStatus[], by: string): Promise<Result<string, ChangeProblem>> {
    if (!isOver(this.#change)) return err({ code: 'CHANGE_UNDER_WAY' });
    const inService = lists.find((one) => one.list === list);
    if (!inService) return err({ code: 'NO_SUCH_LIST' });
    const before = await this.#parts.importing.copyBefore(list);
    if (!before.ok) return err({ code: 'LISTS_FAILED', problem: before.error });
    if (before.value === null) {
      return err({ code: 'LISTS_FAILED', problem: { code: 'LIST_NO_EARLIER_COPY', detail: 'one copy only' } });
    }
    const { version, entries } = before.value;
    const summary = {
      list,
      version,
      read: 0,
      added: 0,
      changed: 0,
      removed: 0,
      rejected: [],
      rejectedCount: 0,
      seconds: 0,
    };
    const compared = comparisonView(summary, { oldVersion: inService.version, oldEntries: inService.entries });
    const view = { what: 'RETURN', list, kind: inService.kind, file: null, exception: false, phase: 'READY' } as const;
    const begun = await this.#begin(view, by, { version }, { ...compared, newEntries: entries });
    return begun.ok ? ok(begun.value.view.id) : begun;
  }

  /** Ends what is not in service yet. */
  async discard(id: string, by: string): Promise<Result<null, ChangeProblem>> {
    const change = this.#change;
    if (change?.view.id !== id || isOver(change) || change.view.phase === 'SWAPPING')
      return err({ code: 'NO_SUCH_CHANGE' });
    change.cancelledBy = by;
    if (change.view.phase !== 'READY') await this.#work;
    else await this.#end(change, 'DISCARDED', by, null);
    return ok(null);
  }

  /** Puts the change in service. Who `second` is has been proven, and that it is another person than who ordered it. */
  async confirm(id: string, second: string): Promise<Result<null, ChangeProblem>> {
    const change = this.#change;
    if (change?.view.id !== id || change.view.phase !== 'READY') return err({ code: 'NO_SUCH_CHANGE' });
    this.#show(change, { phase: 'SWAPPING' });
    const { list, orderedBy, comparison } = change.view;
    const version = comparison?.newVersion ?? '';
    const written = await this.#journal('LIST_CHANGE_CONFIRMED', second, change, { orderedBy, version });
    if (!written.ok) {
      this.#show(change, { phase: 'READY' });
      return written;
    }
    const done = await (change.prepared?.swapIn() ?? this.#parts.importing.revert(list, version));
    if (!done.ok) {
      await this.#end(change, 'FAILED', second, done.error);
      return err({ code: 'LISTS_FAILED', problem: done.error });
    }
    await this.#parts.inService();
    this.#show(change, { phase: 'DONE', endedBy: second, endedAt: this.#parts.context.clock.now() });
    return ok(null);
  }

  /** Discards what waits; the booth is about to end. */
  async stop(): Promise<void> {
    if (this.#change !== null && !isOver(this.#change)) await this.discard(this.#change.view.id, 'system');
    await this.#work;
  }

  async #begin(
    what: Pick<ListChange, 'what' | 'list' | 'kind' | 'file' | 'exception' | 'phase'>,
    by: string,
    more: { readonly [key: string]: Json },
    comparison: ListChange['comparison'] = null,
  ): Promise<Result<Change, ChangeProblem>> {
    // Asked again: another order may have come while the files were looked at.
    if (!isOver(this.#change)) return err({ code: 'CHANGE_UNDER_WAY' });
    const { ids, clock } = this.#parts.context;
    const order = { id: ids.uuid(), orderedBy: by, orderedAt: clock.now(), comparison };
    const rest = { signedBy: null, progress: null, problem: null, endedBy: null, endedAt: null };
    const change: Change = { view: { ...what, ...order, ...rest }, prepared: null, cancelledBy: null };
    const earlier = this.#change;
    this.#change = change;
    const written = await this.#journal('LIST_CHANGE_ORDERED', by, change, {
      kind: what.kind,
      file: what.file,
      ...more,
    });
    if (!written.ok) {
      this.#change = earlier;
      return written;
    }
    this.#parts.tell();
    return ok(change);
  }

  async #build(change: Change, order: ImportOrder, limits: typeof FIRST_LIMITS): Promise<void> {
    const { context, importing, incoming, tell } = this.#parts;
    const { agedAfterHours, expiredAfterHours } = limits;
    const opened = await incoming.open(order.file, order.format, change.view);
    if (!opened.ok) return this.#end(change, 'FAILED', null, opened.error);
    change.view = { ...change.view, signedBy: opened.value.header.signedBy ?? null };
    const built = await buildList(
      context,
      importing,
      change,
      opened.value,
      { agedAfterHours, expiredAfterHours },
      tell,
    );
    if (!built.ok) {
      const phase = change.cancelledBy === null ? 'FAILED' : 'DISCARDED';
      return this.#end(change, phase, change.cancelledBy, change.cancelledBy === null ? built.error : null);
    }
    change.prepared = built.value;
    if (change.cancelledBy !== null) return this.#end(change, 'DISCARDED', change.cancelledBy, null);
    const comparison = comparisonView(built.value.summary, built.value);
    const { rejected: _rows, ...counts } = comparison;
    const written = await this.#journal('LIST_CHANGE_BUILT', 'system', change, counts);
    if (!written.ok) return this.#end(change, 'FAILED', null, { code: 'LIST_STORE_IO', detail: 'the journal' });
    // The last await is over: a discard that came meanwhile is seen here, a later one finds READY.
    if (change.cancelledBy !== null) return this.#end(change, 'DISCARDED', change.cancelledBy, null);
    this.#show(change, { phase: 'READY', comparison });
  }

  async #end(
    change: Change,
    phase: 'DISCARDED' | 'FAILED',
    by: string | null,
    problem: WatchlistProblem | null,
  ): Promise<void> {
    const endedAt = this.#parts.context.clock.now();
    this.#show(change, { phase, endedBy: by, endedAt, problem: problem?.code ?? null });
    await change.prepared?.discard();
    await this.#journal('LIST_CHANGE_DISCARDED', by ?? 'system', change, { problem: problem?.code ?? null });
  }

  #show(change: Change, changed: Partial<ListChange>): void {
    change.view = { ...change.view, ...changed };
    this.#parts.tell();
  }

  async #journal(
    event: EventId & `LIST_CHANGE_${string}`,
    by: string,
    { view }: Change,
    more: { readonly [key: string]: Json },
  ): Promise<Result<null, ChangeProblem>> {
    const { context } = this.#parts;
    const data = { change: view.id, what: view.what, list: view.list, ...more };
    const written = await context.records.commit({ entries: [entry(context, event, by, null, data)] });
    return written.ok ? ok(null) : err({ code: 'STORE_FAILED', problem: written.error });
  }
}
