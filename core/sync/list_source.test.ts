import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { listSource } from './list_source.ts';
import { sampleFolder } from './testing/list_samples.ts';

const folder = sampleFolder();
afterAll(folder.remove);
const text = Buffer.from('{"id":"1"}\n'.repeat(50_000));

async function read(content: Uint8Array): Promise<{ bytes: Buffer; drawn: number }> {
  const chunks: Buffer[] = [];
  let drawn = 0;
  for await (const chunk of listSource(folder.write('list', content), (bytes) => {
    drawn += bytes;
  })) {
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), drawn };
}

describe('the bytes of a list file', () => {
  test('come as they are, or unpacked; what is counted lies on the disk', async () => {
    expect(await read(text)).toEqual({ bytes: text, drawn: text.length });
    const packed = gzipSync(text);
    expect(await read(packed)).toEqual({ bytes: text, drawn: packed.length });
    expect(await read(Buffer.alloc(0))).toEqual({ bytes: Buffer.alloc(0), drawn: 0 });
  });

  test.each([
    ['gzip cut in the middle', gzipSync(text).subarray(0, 900), 'Z_BUF_ERROR'],
    ['damaged gzip', gzipSync(text).fill(0xee, 40, 60), 'Z_DATA_ERROR'],
    ['gzip that unpacks beyond reason', gzipSync(Buffer.alloc(200 << 20, 'x')), 'GZIP_RATIO'],
    ['UTF-16 with its mark', Buffer.from('\ufeff{"id":1}', 'utf16le'), 'ENCODING_UTF_16'],
    ['UTF-16 without it', Buffer.from('{"id":1}', 'utf16le'), 'ENCODING_UTF_16'],
    ['UTF-16 the other way round', Buffer.from('\ufeff{"id":1}', 'utf16le').swap16(), 'ENCODING_UTF_16'],
  ])('%s is refused', async (_what, content, detail) => {
    await expect(read(content)).rejects.toMatchObject({ problem: { code: 'LIST_FORMAT', detail } });
  });

  test('a file that is not there, or is a folder, can not be read', async () => {
    for (const [path, detail] of [
      ['/nowhere/at-all', 'ENOENT'],
      ['/', 'EISDIR'],
    ] as const) {
      const first = listSource(path, () => {}).next();
      await expect(first).rejects.toMatchObject({ problem: { code: 'LIST_FILE_UNREADABLE', detail } });
    }
  });
});
