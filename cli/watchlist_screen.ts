import { createReadStream } from 'node:fs';
import type { Hit } from '../core/domain/screening/entry.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { linesOf } from '../core/sync/lines.ts';
import { parseQuery } from '../core/sync/query_schema.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

const LONGEST_LINE = 1 << 20;

function hitLine(hit: Hit) {
  return { entry: hit.entry.id, list: hit.list, class: hit.matchClass, score: hit.score, why: hit.why };
}

/** Each line is a person; each answer a line `{id, hits, tookMs}`, best hit first. */
export async function screenLines(storage: Storage, io: Io, today: string, file: string | undefined): Promise<number> {
  const source = file === undefined ? io.stdin : createReadStream(file);
  try {
    for await (const { number, text } of linesOf(source, LONGEST_LINE)) {
      if (text?.trim() === '') continue;
      const asked = text === null ? null : parseQuery(text, today);
      if (!asked) return wrongUse(io, `line ${number} is not a person to screen`);
      const screened = await storage.watchlist.screen(asked.query);
      if (!screened.ok) return wrongUse(io, `${screened.error.code}: ${screened.error.detail}`);
      const { hits, tookMs } = screened.value;
      await writeJson(io, { id: asked.id, hits: hits.map(hitLine), tookMs });
    }
    return EXIT.DONE;
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) return wrongUse(io, `${file} can not be read`);
    throw problem;
  }
}
