import { splitMrzText } from '../core/domain/mrz/split_text.ts';
import type { CappedLine } from './capped_lines.ts';

/** One MRZ of the input, or why the input cannot be read on (without a word of what stood there). */
export type MrzInput =
  | { readonly ok: true; readonly id: string | number | null; readonly lines: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** More lines of one MRZ than this are not kept: one more than any has, so that the parser sees that there are too many. */
const MOST_LINES = 4;

/** MRZs parted by blank lines, and JSON objects with `lines`, in any mixture. Stops at the first thing it cannot read. */
export async function* readMrzInput(lines: AsyncIterable<CappedLine>): AsyncGenerator<MrzInput> {
  let block: string[] = [];
  const takeBlock = (): MrzInput[] => {
    const mrz = splitMrzText(block.join('\n'));
    block = [];
    return mrz.length === 0 ? [] : [{ ok: true, id: null, lines: mrz }];
  };
  for await (const line of lines) {
    const text = line.text.trim();
    const isJson = text.startsWith('{');
    if (text === '' || isJson) yield* takeBlock();
    if (isJson) {
      const input = readJson(line);
      yield input;
      if (!input.ok) return;
    } else if (text !== '' && block.length < MOST_LINES) block.push(line.text);
  }
  yield* takeBlock();
}

function readJson({ text, number, cut }: CappedLine): MrzInput {
  if (cut) return { ok: false, why: `line ${number} is too long` };
  let value: unknown;
  try {
    value = JSON.parse(text.trim());
  } catch {
    return { ok: false, why: `line ${number} is not JSON` };
  }
  const { id, lines } = value as { id?: unknown; lines?: unknown };
  if (!Array.isArray(lines)) return { ok: false, why: `line ${number} has no array "lines"` };
  return { ok: true, id: typeof id === 'string' || typeof id === 'number' ? id : null, lines };
}
