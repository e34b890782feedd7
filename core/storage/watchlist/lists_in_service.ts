import { statSync } from 'node:fs';
import { storageProblem } from '../storage_problem.ts';
import { listFiles, listsDirectory, makeListDirectories } from './list_file.ts';
import { type ListReader, listReader } from './list_reader.ts';

interface Open {
  readonly path: string;
  readonly reader: ListReader;
}

/**
 * The newest readable copy of every list, kept open. Looks at the folder's time before each use, so that a list that
 * another process has swapped in is seen at once.
 */
export function listsInService(directory: string, key: Buffer) {
  makeListDirectories(directory);
  const open = new Map<string, Open>();
  /** Files found damaged; the copy before is used in their place. */
  const damaged = new Set<string>();
  let seenAt = -1;

  const openNewest = (slug: string, paths: readonly string[]): Open => {
    let last: unknown = new Error('no copy');
    for (const path of paths) {
      try {
        if (!damaged.has(path)) return { path, reader: listReader(path, key) };
      } catch (problem) {
        last = problem;
        if (storageProblem(problem, directory)?.code !== 'STORE_DAMAGED') throw problem;
        damaged.add(path);
      }
    }
    throw Object.assign(new Error(`no readable copy of ${slug}`), { code: 'EDAMAGED', syscall: 'list', cause: last });
  };

  const refresh = () => {
    const bySlug = Map.groupBy(listFiles(directory), (file) => file.slug);
    for (const [slug, files] of bySlug) {
      const paths = files.map((file) => file.path);
      const current = open.get(slug);
      const wanted = paths.find((path) => !damaged.has(path));
      if (current && current.path === wanted) continue;
      const next = openNewest(slug, paths);
      current?.reader.close();
      open.set(slug, next);
    }
  };

  return {
    readers(): ListReader[] {
      const changedAt = statSync(listsDirectory(directory)).mtimeMs;
      if (changedAt !== seenAt) {
        refresh();
        seenAt = changedAt;
      }
      return [...open.values()].map(({ reader }) => reader);
    },
    /** Looks again although the folder's time says nothing new. */
    forget(): void {
      seenAt = -1;
    },
    /** Puts the copy before in the place of one in which damage was found. */
    fallBack(reader: ListReader): void {
      for (const one of open.values()) if (one.reader === reader) damaged.add(one.path);
      seenAt = -1;
    },
    close(): void {
      for (const { reader } of open.values()) reader.close();
      open.clear();
    },
  };
}
