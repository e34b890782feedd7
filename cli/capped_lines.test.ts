import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cappedLines } from './capped_lines.ts';

async function read(chunks: readonly (string | Buffer)[], cap = 1000): Promise<{ text: string; cut: boolean }[]> {
  const lines = [];
  for await (const { text, cut } of cappedLines(Readable.from(chunks), cap)) lines.push({ text, cut });
  return lines;
}

test('CR, LF and CRLF end a line, also where chunks part them', async () => {
  const lines = await read(['a\r', '\nb\rc', '\n', '\r\n', 'd']);
  expect(lines.map(({ text }) => text)).toEqual(['a', 'b', 'c', '', 'd']);
});

test('a line over the cap is cut and the next one is whole', async () => {
  expect(await read(['12345', '678\n', '12345\n'], 5)).toEqual([
    { text: '12345', cut: true },
    { text: '12345', cut: false },
  ]);
});

test('however a text is cut into chunks, its lines are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'é', '漢', '\r', '\n', '\r\n', '«'), { maxLength: 20 }),
      fc.integer({ min: 1, max: 7 }),
      async (parts, size) => {
        const bytes = Buffer.from(parts.join(''));
        const chunks = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const expected = parts.join('').split(/\r\n|\r|\n/);
        if (expected.at(-1) === '') expected.pop();
        expect((await read(chunks)).map(({ text }) => text)).toEqual(expected);
      },
    ),
  );
});
