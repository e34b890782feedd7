import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from './csv_rows.ts';

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, columns: number, size = 7): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of csvRows(pieces(text, size), columns)) {
    rows.push('reason' in row ? `${row.line} ${row.reason}` : row.columns);
  }
  return rows;
}

describe('rows of a comma-separated file', () => {
  test('any well-formed file reads as the general reader reads it, whole or in pieces', async () => {
    const field = fc.stringMatching(/^[a-zé ,"\n;']{0,6}$/);
    const file = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (rows, always, size) => {
        const quoted = (one: string) => (always || /[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
        const text = `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
        expect(await read(text, 3, size)).toEqual(parse(text, { skip_empty_lines: true }));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a quote left open', 'a,"b\nc,"d"\ne,f\n', ['1 QUOTE', ['c', 'd'], ['e', 'f']]],
    ['a quote left open, none after it', 'a,"b\nc,d\ne,f\n', ['1 QUOTE', ['c', 'd'], ['e', 'f']]],
    ['text after a quote', 'a,"b"x\nc,d\n', ['1 QUOTE', ['c', 'd']]],
    ['a row too short and one too long', 'a\nb,c\nd,e,f\n', ['1 COLUMN_COUNT', ['b', 'c'], '3 COLUMN_COUNT']],
    ['quotes within a text', 'a"b,c""d\n', [['a"b', 'c""d']]],
    ['blank lines and the closing mark', '\na,b\r\n\r\n\u001a', [['a', 'b']]],
    [
      'a text over several lines',
      'a,"b\n\nc"\nd,e\n',
      [
        ['a', 'b\n\nc'],
        ['d', 'e'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    [
      'no end of line',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', async (_what, text, rows) => {
    expect(await read(text, 2)).toEqual(rows);
  });

  test('a line beyond the limit and one that is no UTF-8 are told, the others go in', async () => {
    expect(await read(`a,b\n${'x'.repeat(1_100_000)}\nc,d\n`, 2, 100_000)).toEqual([
      ['a', 'b'],
      '2 LINE_TOO_LONG',
      ['c', 'd'],
    ]);
    const rows: unknown[] = [];
    const latin = Buffer.concat([Buffer.from('a,b\n'), Buffer.from('é,d\n', 'latin1'), Buffer.from('e,f\n')]);
    for await (const row of csvRows(once(latin), 2)) rows.push(row);
    expect(rows[1]).toEqual({ line: 2, reason: 'ENCODING' });
    expect(rows).toHaveLength(3);
  });

  test.each(['a,b\nc', 'a,b\nc,"d', 'a,b\n"c\n'.slice(0, -1)])('%j was cut off', async (text) => {
    await expect(read(text, 2)).rejects.toMatchObject({ problem: { code: 'LIST_FORMAT', detail: 'CUT_OFF' } });
  });
});

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
