import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleFolder } from './testing/list_samples.ts';

const run = promisify(execFile);
const folder = sampleFolder();
afterAll(folder.remove);

/** What a form makes of a file, in a process of its own with a quarter of a gigabyte for its objects. */
async function drawnApart(format: string, path: string) {
  const script = join(import.meta.dirname, 'testing/draw_list.ts');
  const { stdout } = await run(process.execPath, ['--max-old-space-size=256', script, format, path]);
  const { peak, ...result } = JSON.parse(stdout) as Record<'entries' | 'reasons' | 'problem' | 'peak', unknown>;
  expect(peak).toBeLessThan(512);
  return result;
}

/** A file whose middle is one line of a gigabyte; it takes no room on the disk, for a hole reads as zeros. */
function gigabyteLine(name: string, before: string, after: string): string {
  const path = folder.write(name, before);
  const file = openSync(path, 'r+');
  writeSync(file, after, Buffer.byteLength(before) + 1_000_000_000);
  closeSync(file);
  return path;
}

const ofac = (number: number) => `${number},"A, B","individual","T",${'-0- ,'.repeat(7)}-0- \n`;
const person = (id: number) =>
  `{"id":"${id}","names":[{"full":"SAMPLE"}],"schema":"Person","properties":{"name":["SAMPLE"]}}\n`;
const HEADER = 'id,schema,name,aliases,birth_date,countries,identifiers\n';

describe('a line of a gigabyte costs itself only, and little memory', () => {
  const result = { entries: 2, reasons: { LINE_TOO_LONG: 1 }, problem: null };

  test('jsonl and ftm', async () => {
    const path = gigabyteLine('line.jsonl', `${person(1)}{"id":"`, `\n${person(2)}`);
    expect(await drawnApart('jsonl', path)).toEqual(result);
    expect(await drawnApart('ftm', path)).toEqual(result);
  });

  test('ofac-csv', async () => {
    expect(await drawnApart('ofac-csv', gigabyteLine('sdn.csv', `${ofac(1)}3,"`, `\n${ofac(2)}`))).toEqual(result);
  });

  test('opensanctions-csv', async () => {
    const path = gigabyteLine('t.csv', `${HEADER}1,Person,SAMPLE,,,,\n`, '\n2,Person,SAMPLE,,,,\n');
    expect(await drawnApart('opensanctions-csv', path)).toEqual(result);
  });
});

describe('what is nested or long without reason', () => {
  const xml = (root: string, inside: string) => `<${root}>${inside}</${root}>`;
  const long = `<NOTE>${'x'.repeat(9990)}</NOTE>`.repeat(5000);
  test.each([
    [
      'jsonl',
      'lists without end',
      `${'['.repeat(1_000_000)}\n${person(1)}${person(2)}`,
      { entries: 2, reasons: { NOT_JSON: 1 } },
    ],
    [
      'jsonl',
      'objects in objects',
      `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}\n`,
      { reasons: { 'FIELD:id': 1 } },
    ],
    [
      'ftm',
      'lists in lists',
      `${'['.repeat(400_000)}${']'.repeat(400_000)}\n${person(1)}`,
      { entries: 1, reasons: { 'FIELD:': 1 } },
    ],
    [
      'un-xml',
      'a long record',
      xml('CONSOLIDATED_LIST', `<INDIVIDUAL>${long}</INDIVIDUAL>`),
      { reasons: { RECORD_TOO_LONG: 1 } },
    ],
    [
      'canada-xml',
      'elements in elements',
      xml('data-set', '<a>'.repeat(1_000_000)),
      { problem: 'LIST_FORMAT XML_TOO_DEEP' },
    ],
    [
      'canada-xml',
      'a long name',
      xml('data-set', `<record ${'x'.repeat(50_000_000)}="">`),
      { problem: 'LIST_FORMAT XML_TOO_LONG' },
    ],
    ['ofac-csv', 'quotes left open in every line', `${'1,"\n'.repeat(200_000)}${ofac(1)}`, { entries: 1 }],
    ['ofac-csv', 'one quote left open at the start', `"${'x,\n'.repeat(200_000)}${ofac(1)}`, { entries: 1 }],
    ['opensanctions-csv', 'a million columns', ','.repeat(1_000_000), { problem: 'LIST_FORMAT no column id' }],
  ])('%s: %s', async (format, _what, content, result) => {
    expect(await drawnApart(format, folder.write(`deep-${format}`, content))).toMatchObject(result);
  });
});
