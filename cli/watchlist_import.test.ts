import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../core/storage/open_storage.ts';
import { openTestStorage, temporaryDirectory } from '../core/storage/testing/temporary_store.ts';
import { LIST_FORMATS } from '../core/sync/list_formats.ts';
import { INVENTED_LISTS } from '../core/sync/testing/invented_lists.ts';
import { sampleFolder } from '../core/sync/testing/list_samples.ts';
import { importLists } from './watchlist_import.ts';

const files = sampleFolder();
let directory = temporaryDirectory();
let storage: Storage;

beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

async function imported(content: string | Uint8Array, format: string) {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await importLists(storage, io, [files.write(`sdn.${format}`, content)], { format });
  const said = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: said(io.stdout), err: said(io.stderr) };
}

describe('watchlist import', () => {
  test.each(Object.keys(LIST_FORMATS))('%s goes in, and a file cut off changes nothing', async (format) => {
    const { text = '', entries } = INVENTED_LISTS[format] ?? {};
    const list = LIST_FORMATS[format]?.list;
    const whole = await imported(text, format);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({ list, added: entries, changed: 0, removed: 0 });
    const cut = await imported(text.slice(0, text.lastIndexOf('\n', text.length - 2) - 12), format);
    expect(cut).toMatchObject({ code: 2, out: '' });
    expect(cut.err).toMatch(/^booth: LIST_FORMAT: \S+: (CUT_OFF|XML_NOT_WELL_FORMED at line \d+)\n$/);
    const version = JSON.parse(whole.out).version;
    expect(await storage.watchlist.status()).toMatchObject({ ok: true, value: [{ list, version, entries }] });
  });

  test('an entry that comes twice is told by its line in the file', async () => {
    const ofac = INVENTED_LISTS['ofac-csv']?.text ?? '';
    const { err } = await imported(`${ofac}${ofac.split('\n')[1]}\n`, 'ofac-csv');
    expect(err).toBe('line 5: DUPLICATE_ID\n');
    const lines = INVENTED_LISTS.jsonl?.text ?? '';
    expect((await imported(`\n\n${lines}${lines.split('\n')[0]}\n`, 'jsonl')).err).toBe('line 6: DUPLICATE_ID\n');
  });

  test('a file of another form is refused in one line', async () => {
    const result = await imported(INVENTED_LISTS['canada-xml']?.text ?? '', 'un-xml');
    expect(result).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/LIST_FORMAT: \S+: XML_ROOT\n$/) });
  });

  test('an empty file and UTF-16 are named', async () => {
    expect((await imported('', 'jsonl')).err).toMatch(/LIST_FILE_EMPTY/);
    expect((await imported(Buffer.from('{"id":"1"}', 'utf16le'), 'jsonl')).err).toMatch(
      /LIST_FORMAT: .* ENCODING_UTF_16/,
    );
  });
});
