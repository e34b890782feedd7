import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { jsonLines } from './jsonl.ts';
import { linesOf } from './lines.ts';

const directory = mkdtempSync(join(tmpdir(), 'booth-jsonl-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function drawn(content: string | Buffer): Promise<unknown[]> {
  const path = join(directory, 'list.jsonl');
  writeFileSync(path, content);
  return all(jsonLines(path));
}

test('good lines go in, wrong ones are told by line and field and never quoted', async () => {
  const good = { id: 'A1', names: [{ surname: 'NGUYỄN', givenNames: 'VĂN MẪU' }], birthDate: '1980-02' };
  const rows = await drawn(
    [
      JSON.stringify(good),
      '',
      '{not json',
      JSON.stringify({ ...good, id: 'A2', birthDate: '1980-02-31' }),
      JSON.stringify({ ...good, id: 'A3', sex: 'male' }),
      JSON.stringify({ id: 'A4', documents: [{ number: 'X1', issuer: 'VNM', status: 'LOST' }] }),
      JSON.stringify({ id: 'A5', names: [] }),
      JSON.stringify({ id: 'A6', documents: [{ number: 'X1', issuer: 'Viet Nam' }] }),
    ].join('\n'),
  );
  expect(rows).toEqual([
    good,
    { line: 3, reason: 'NOT_JSON' },
    { line: 4, reason: 'FIELD:birthDate' },
    { line: 5, reason: 'FIELD:sex' },
    { id: 'A4', names: [], documents: [{ number: 'X1', issuer: 'VNM', status: 'LOST' }] },
    { line: 7, reason: 'FIELD:names' },
    { line: 8, reason: 'FIELD:documents.0.issuer' },
  ]);
});

test('a line beyond the limit is refused, the next one is read', async () => {
  const rows = await drawn(
    `${'x'.repeat((1 << 20) + 1)}\n${JSON.stringify({ id: 'A1', names: [{ full: 'MẪU' }] })}\r\n`,
  );
  expect(rows).toEqual([
    { line: 1, reason: 'LINE_TOO_LONG' },
    { id: 'A1', names: [{ full: 'MẪU' }] },
  ]);
});

test('lines are the same however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\r\n\uFEFF\uFFFD]/g, ''))),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      async (texts, cuts) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''));
        const pieces: Buffer[] = [];
        for (let place = 0, cut = 0; place < bytes.length; cut++) {
          const length = cuts[cut % cuts.length] ?? 1;
          pieces.push(bytes.subarray(place, place + length));
          place += length;
        }
        const source = (async function* () {
          yield* pieces;
        })();
        const lines = await all(linesOf(source, 1000));
        expect(lines.map((line) => line.text)).toEqual(texts);
      },
    ),
  );
});
