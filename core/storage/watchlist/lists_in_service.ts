import { statSync } from 'node:fs';
import { err } from '../../domain/result.ts';
import type { ListState } from '../../ports/watchlist.ts';
import { type WorkerCalls, workerCalls } from '../worker_calls.ts';
import { checkedList } from './checked_list.ts';
import { hasGap } from './delta_gap.ts';
import { type ListFile, type ListParts, listFiles, listsDirectory, makeListDirectories, waysOf } from './list_file.ts';
import { type ListReader, type LoadedList, listReader } from './list_reader.ts';
import type { LoadWorker, LoadWorkerData } from './load_worker.ts';

interface Open {
  readonly parts: ListParts;
  readonly reader: ListReader;
}

const LOST = err({ code: 'STORE_IO', detail: 'the loading thread has ended' } as const);

function lacksFilter({ documents, delta }: LoadedList): boolean {
  return documents?.filter === null || delta?.documents?.filter === null;
}

function sameParts(a: ListParts, b: ListParts): boolean {
  return a.path === b.path && a.delta === b.delta;
}

/**
 * The newest readable state of every list, kept open. Another thread reads and checks what is new; until it has, the
 * list as it was goes on answering, so that no look-up waits. A list that another process has swapped in is noticed by
 * the folder's time, at the next look-up.
 */
export function listsInService(directory: string, key: Buffer) {
  makeListDirectories(directory);
  const startThread = (): WorkerCalls<LoadWorker> =>
    workerCalls(
      new URL('./load_worker.ts', import.meta.url),
      { directory, key: new Uint8Array(key) } satisfies LoadWorkerData,
      LOST,
    );
  /** Started when it is first needed: at a start there is nobody whose look-up could wait. */
  let loader: WorkerCalls<LoadWorker> | null = null;
  let starting = true;
  const open = new Map<string, Open>();
  /** Files found damaged; the state before is used in their place. */
  const damaged = new Set<string>();
  /** Lists of which no state can be read. */
  const lost = new Set<string>();
  const rebuilding = new Set<string>();
  /** Indexes made again, until a file holds them. */
  const made = new Map<string, Uint8Array>();
  let seenAt = -1;
  let looking: Promise<void> = Promise.resolve();
  let firstLook: Promise<void> | null = null;
  let failure: unknown = null;

  const put = (slug: string, parts: ListParts, loaded: LoadedList, state: ListState): void => {
    const reader = listReader(loaded, key, state);
    open.get(slug)?.reader.close();
    open.set(slug, { parts, reader });
    lost.delete(slug);
  };

  /** Makes a missing index again on a thread of its own, then puts the list in service with it. */
  const rebuild = async (parts: ListParts): Promise<void> => {
    if (rebuilding.has(parts.path)) return;
    rebuilding.add(parts.path);
    const thread = startThread();
    // Not even a bug there may end the look-ups: the list goes on as it is.
    const rebuilt = await thread.call('rebuild', parts).catch(() => null);
    await thread.end();
    if (rebuilt?.ok) {
      made.set(parts.path, rebuilt.value);
      // One that failed is not tried again: it would fail without end.
      rebuilding.delete(parts.path);
    } else if (rebuilt?.error.code === 'STORE_DAMAGED') damaged.add(parts.path);
    await look();
  };

  const load = async (parts: ListParts): Promise<LoadedList | null> => {
    if (!starting) loader ??= startThread();
    const loaded = loader ? await loader.call('load', parts) : checkedList(directory, parts, key);
    if (loaded.ok) {
      const image = loaded.value.image ?? made.get(parts.path) ?? null;
      if (loaded.value.image) made.delete(parts.path);
      return { ...loaded.value, image };
    }
    const bad = 'damaged' in loaded.error ? loaded.error.damaged : undefined;
    if (bad === undefined) throw Object.assign(new Error('list'), { code: loaded.error.code, syscall: 'load' });
    damaged.add(bad);
    return null;
  };

  /** Makes missing filters of documents again on a thread of its own; meanwhile the documents answer without them. */
  const refilter = async (slug: string, parts: ListParts, state: ListState): Promise<void> => {
    if (rebuilding.has(slug)) return;
    rebuilding.add(slug);
    const thread = startThread();
    const rebuilt = await thread.call('rebuildFilters', parts);
    await thread.end();
    rebuilding.delete(slug);
    const current = open.get(slug);
    const loaded = rebuilt.ok && current && sameParts(current.parts, parts) ? await load(parts) : null;
    if (loaded && !lacksFilter(loaded)) put(slug, parts, loaded, state);
  };

  const isDamaged = (parts: ListParts): boolean => damaged.has(parts.path) || damaged.has(parts.delta ?? '');

  const stateOf = (slug: string, parts: ListParts, ways: readonly ListParts[]): ListState => {
    const better = ways.slice(
      0,
      ways.findIndex((way) => sameParts(way, parts)),
    );
    return better.some(isDamaged) || hasGap(directory, slug, key) ? 'NEEDS_RELOAD' : 'IN_SERVICE';
  };

  /** Puts the list in service as these parts make it; false when they turn out damaged. */
  const use = async (slug: string, parts: ListParts, state: ListState): Promise<boolean> => {
    const current = open.get(slug);
    const answering = current?.reader.status.state;
    if (current && sameParts(current.parts, parts) && answering === state) return true;
    const loaded = await load(parts);
    if (!loaded) return false;
    if (!loaded.image) void rebuild(parts);
    if (lacksFilter(loaded)) void refilter(slug, parts, state);
    // While an index is made again, an older state that answers whole is better than a newer one that does not.
    if (loaded.image || !current || answering === 'PREPARING') put(slug, parts, loaded, state);
    return true;
  };

  const update = async (slug: string, files: readonly ListFile[]): Promise<void> => {
    const ways = waysOf(files);
    for (const parts of ways) {
      if (!isDamaged(parts) && (await use(slug, parts, stateOf(slug, parts, ways)))) return;
    }
    lost.add(slug);
  };

  const refresh = async (): Promise<void> => {
    failure = null;
    const bySlug = Map.groupBy(listFiles(directory), (file) => file.slug);
    for (const [slug, files] of bySlug) {
      try {
        await update(slug, files);
      } catch (problem) {
        // A file that could not be read this time: what is in service goes on, and the next look tries again.
        if (!open.has(slug)) failure = problem;
      }
    }
  };

  const look = (): Promise<void> => {
    seenAt = statSync(listsDirectory(directory)).mtimeMs;
    looking = looking.then(refresh);
    firstLook ??= looking.finally(() => {
      starting = false;
    });
    return looking;
  };

  return {
    /** The lists as they are in service at this moment. Throws when one of them has no readable state. */
    readers(): ListReader[] {
      if (statSync(listsDirectory(directory)).mtimeMs !== seenAt) void look();
      if (failure !== null) throw failure;
      if (lost.size > 0) throw Object.assign(new Error('no readable copy'), { code: 'EDAMAGED', syscall: 'list' });
      return [...open.values()].map(({ reader }) => reader);
    },
    /** Looks at the files and waits until all that is new is in service. */
    settled: look,
    /** Waits for the first look only. */
    ready: (): Promise<void> => firstLook ?? look(),
    /** Puts the state before in the place of one in which damage was found. */
    async fallBack(reader: ListReader): Promise<void> {
      damaged.add(reader.asked());
      await look();
    },
    async close(): Promise<void> {
      await loader?.end();
      for (const { reader } of open.values()) reader.close();
      open.clear();
    },
  };
}
