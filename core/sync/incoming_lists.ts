import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { IncomingFile, IncomingLists } from '../ports/incoming_lists.ts';
import type { WatchlistProblem } from '../ports/watchlist.ts';
import { LIST_FORMATS } from './list_formats.ts';

/** A folder with more files than this is not what people look through. */
const MOST_FILES = 200;
/** Names that can be shown and said: no control characters, no hidden files. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()+,=@-]{0,199}$/u;

const unreadable = (detail: string): WatchlistProblem => ({ code: 'LIST_FILE_UNREADABLE', detail });

/** The folder `incoming` of a data folder, made when absent. A link in it is no file: it could lead anywhere. */
export function incomingLists(directory: string): IncomingLists {
  const folder = join(directory, 'incoming');

  const files = async (): Promise<Result<readonly IncomingFile[], WatchlistProblem>> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const found: IncomingFile[] = [];
      for (const one of await readdir(folder, { withFileTypes: true })) {
        if (!one.isFile() || !PLAIN_NAME.test(one.name)) continue;
        const { size, mtimeMs } = await lstat(join(folder, one.name));
        found.push({ name: one.name, bytes: size, writtenAt: Math.floor(mtimeMs) });
      }
      found.sort((a, b) => b.writtenAt - a.writtenAt || a.name.localeCompare(b.name));
      return ok(found.slice(0, MOST_FILES));
    } catch (problem) {
      return err(unreadable(problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown'));
    }
  };

  return {
    formats: Object.entries(LIST_FORMATS).map(([format, { list, kind }]) => ({ format, list, kind })),
    files,
    async open(name, format) {
      const known = await files();
      if (!known.ok) return known;
      const reader = Object.hasOwn(LIST_FORMATS, format) ? LIST_FORMATS[format] : undefined;
      if (!reader || !known.value.some((file) => file.name === name)) return err(unreadable('no such file or format'));
      const path = join(folder, name);
      const facts = await reader.facts(path);
      return facts.ok ? ok({ ...facts.value, rows: reader.rows(path) }) : facts;
    },
  };
}
