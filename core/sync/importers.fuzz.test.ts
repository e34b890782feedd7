import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ListFileError } from '../ports/list_file_error.ts';
import { parseEntry } from './entry_check.ts';
import { LIST_FORMATS } from './list_formats.ts';
import { INVENTED_LISTS } from './testing/invented_lists.ts';
import { drawn, sampleFolder } from './testing/list_samples.ts';

const folder = sampleFolder();
afterAll(folder.remove);
const FORMATS = Object.keys(LIST_FORMATS);

/** Draws a file whatever it holds: rows and reasons, or one reason for the whole file. Anything else fails the test. */
async function outcome(format: string, content: Uint8Array | string) {
  const rows = LIST_FORMATS[format]?.rows(folder.write(`fuzz-${format}`, content));
  if (!rows) throw new Error(`no form ${format}`);
  try {
    const { entries, rejected } = await drawn(rows);
    for (const entry of entries) expect(parseEntry(entry)).toEqual({ entry });
    for (const { line, reason } of rejected) {
      expect(line).toBeGreaterThan(0);
      expect(reason).toMatch(/^[A-Z_]+$|^FIELD:[A-Za-z0-9_.]*$/);
    }
    const { bytes, totalBytes } = rows.drawn?.() ?? {};
    expect(bytes).toBeLessThanOrEqual(totalBytes ?? 0);
    return { entries: entries.length, rejected: rejected.length, problem: null };
  } catch (problem) {
    if (!(problem instanceof ListFileError)) throw problem;
    expect(problem.problem.code).toMatch(/^LIST_(FORMAT|FILE_EMPTY|FILE_UNREADABLE)$/);
    expect(problem.problem.detail).toMatch(/^[A-Za-z0-9_ ]+$/);
    return { entries: 0, rejected: 0, problem: problem.problem.detail };
  }
}

/** One way of damaging a file: a place as a share of its length, and what happens there. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom('"', '""', ',', '\n', '\r', '<', '</', '>', '&', '&#x0;', ']]>', '{', '[', '}', ']', '\\', '\u001a')
      .map((text) => new Uint8Array(Buffer.from(text))),
    fc
      .constantFrom('-1', '1e999', 'null', '"__proto__":', '<!DOCTYPE x>', '\ufeff', '\u202e', ';;;', '0000-00-00')
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});

function damaged(text: string, damages: readonly { at: number; remove: number; insert: Uint8Array }[]): Buffer {
  return damages.reduce<Buffer>((bytes, { at, remove, insert }) => {
    const place = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)]);
  }, Buffer.from(text));
}

describe.each(FORMATS)('%s', (format) => {
  const { text = '', entries = 0 } = INVENTED_LISTS[format] ?? {};

  test('the invented list reads whole', async () => {
    expect(await outcome(format, text)).toMatchObject({ entries, problem: null });
  });

  test('any bytes give one clear result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await outcome(format, bytes))),
      { numRuns: 100 },
    );
  });

  test('a damaged list gives one clear result, and no more persons than it had', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const result = await outcome(format, damaged(text, damages));
        // A line end or a tag put in the middle of an entry can make two of one.
        expect(result.entries).toBeLessThanOrEqual(entries + damages.length);
      }),
      { numRuns: 250 },
    );
  });

  test('a list cut off within a row is refused as a whole', async () => {
    const bytes = Buffer.from(text);
    let cuts = 0;
    let refused = 0;
    for (let end = 1; end < bytes.length; end += 7) {
      const between = [bytes[end - 1], bytes[end]].some((byte) => byte === 10 || byte === 13);
      if (between) continue;
      cuts++;
      if ((await outcome(format, bytes.subarray(0, end))).problem !== null) refused++;
    }
    // Cut within the last column, and that one not in quotes, a row of a comma-separated file looks whole.
    expect(refused / cuts).toBeGreaterThanOrEqual(format.endsWith('csv') ? 0.95 : 1);
  });

  test.each(['utf16le', 'latin1'] as const)('in %s it is refused or told line by line', async (encoding) => {
    const marked = `${text.slice(0, 60)}é${text.slice(60)}`;
    const result = await outcome(format, Buffer.from(encoding === 'latin1' ? marked : text, encoding));
    expect(result.problem !== null || result.rejected > 0).toBe(true);
  });

  test('with a byte order mark it reads as without', async () => {
    expect(await outcome(format, `\ufeff${text}`)).toEqual(await outcome(format, text));
  });
});
