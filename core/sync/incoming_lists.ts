import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAIN_FILE_NAME } from '../domain/plain_file_name.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { IncomingFile, IncomingLists, ListName, OpenedList } from '../ports/incoming_lists.ts';
import type { WatchlistProblem } from '../ports/watchlist.ts';
import type { ListAuthority } from './list_authorities.ts';
import { LIST_FORMATS } from './list_formats.ts';
import { openListPackage } from './list_package.ts';

/** A folder with more files than this is not what people look through. */
const MOST_FILES = 200;

const unreadable = (detail: string): WatchlistProblem => ({ code: 'LIST_FILE_UNREADABLE', detail });

/** The format whose files a list authority makes. */
const PACKAGE = 'package';

async function openPackage(
  path: string,
  authorities: readonly ListAuthority[],
  as: ListName,
): Promise<Result<OpenedList, WatchlistProblem>> {
  const opened = await openListPackage(path, authorities);
  if (!opened.ok) return opened;
  const { list, kind, ...header } = opened.value.header;
  if (list !== as.list || kind !== as.kind) return err({ code: 'LIST_FORMAT', detail: 'the package is another list' });
  return ok({ header, rows: opened.value.rows });
}

/** The folder `incoming` of a data folder, made when absent. A link in it is no file: it could lead anywhere. */
export function incomingLists(directory: string, authorities: readonly ListAuthority[]): IncomingLists {
  const folder = join(directory, 'incoming');

  const files = async (): Promise<Result<readonly IncomingFile[], WatchlistProblem>> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const found: IncomingFile[] = [];
      for (const one of await readdir(folder, { withFileTypes: true })) {
        if (!one.isFile() || !PLAIN_FILE_NAME.test(one.name)) continue;
        const { size, mtimeMs } = await lstat(join(folder, one.name));
        found.push({ name: one.name, bytes: size, writtenAt: Math.floor(mtimeMs) });
      }
      found.sort((a, b) => b.writtenAt - a.writtenAt || a.name.localeCompare(b.name));
      return ok(found.slice(0, MOST_FILES));
    } catch (problem) {
      return err(unreadable(problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown'));
    }
  };

  const pathOf = async (name: string): Promise<Result<string, WatchlistProblem>> => {
    const known = await files();
    if (!known.ok) return known;
    const found = known.value.some((file) => file.name === name);
    return found ? ok(join(folder, name)) : err(unreadable('no such file'));
  };

  return {
    formats: [
      ...Object.entries(LIST_FORMATS).map(([format, { list, kind }]) => ({ format, list, kind, saysItself: false })),
      { format: PACKAGE, list: '', kind: 'OTHER', saysItself: true },
    ],
    files,
    pathOf,
    async namedBy(file) {
      const path = await pathOf(file);
      const opened = path.ok ? await openListPackage(path.value, authorities) : path;
      return opened.ok ? ok({ list: opened.value.header.list, kind: opened.value.header.kind }) : opened;
    },
    async open(name, format, as) {
      const path = await pathOf(name);
      if (!path.ok) return path;
      if (format === PACKAGE) return await openPackage(path.value, authorities, as);
      const reader = Object.hasOwn(LIST_FORMATS, format) ? LIST_FORMATS[format] : undefined;
      if (!reader) return err(unreadable('no such format'));
      const facts = await reader.facts(path.value);
      return facts.ok ? ok({ header: facts.value, rows: reader.rows(path.value) }) : facts;
    },
  };
}
