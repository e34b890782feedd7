import { spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFromFile } from '../core/storage/key_file.ts';
import { openStorage } from '../core/storage/open_storage.ts';
import { temporaryDirectory } from '../core/storage/testing/temporary_store.ts';
import { manyPassengers, paxlstText } from '../core/sync/testing/paxlst_text.ts';
import { systemClock, systemIds } from '../core/system_ports.ts';
import { passengersCommand } from './passengers.ts';
import { BOOTH } from './testing/command_line.ts';
import { declarationsCommand, visasCommand } from './visas.ts';

let directory = temporaryDirectory();
let data = '';
beforeEach(() => {
  directory = temporaryDirectory();
  data = join(directory.path, 'data');
});
afterEach(() => directory.remove());

function file(name: string, text: string | Buffer): string {
  mkdirSync(data, { recursive: true });
  const path = join(directory.path, name);
  writeFileSync(path, text);
  return path;
}

async function run(command: typeof visasCommand, ...args: string[]) {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await command([...args, '--data', data], io);
  const said = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: said(io.stdout), err: said(io.stderr) };
}
const answer = async (...asked: Parameters<typeof run>) => {
  const { code, out, err } = await run(...asked);
  expect({ code, err: err.replace(/^booth: taking in.*\n/gm, '') }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

const visa = (place: number, more: object = {}) => ({
  kind: 'EVISA',
  number: `EV${String(place).padStart(8, '0')}`,
  symbol: 'EV',
  validFrom: '2026-11-01',
  validTo: '2027-01-29',
  entries: 'single',
  holder: {
    surname: 'EXEMPLE',
    givenNames: `P ${place}`,
    birthDate: `19${50 + (place % 50)}-02-0${1 + (place % 9)}`,
    nationality: 'FRA',
    documentNumber: `N${place}`,
  },
  ...more,
});
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function known(documentNumber: string, code: string | null = null) {
  const key = keyFromFile(data, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const storage = await openStorage({
    directory: data,
    key: key.value,
    clock: systemClock,
    ids: systemIds,
    terminal: 'T',
  });
  if (!storage.ok) throw new Error(storage.error.code);
  const found = await storage.value.advance.known({
    documentNumber,
    birthDate: '',
    day: '2026-11-22',
    code,
    flight: null,
  });
  await storage.value.close();
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe('passengers import', () => {
  test('a flight of 400 goes in, is counted, and a newer list changes only what differs', async () => {
    const people = manyPassengers(400);
    const path = file('xz417.edi', paxlstText(people));
    const first = await answer(passengersCommand, 'import', path, '--format', 'paxlst');
    expect(first).toMatchObject({ flights: ['XZ417 2026-11-22'], read: 400, added: 400, changed: 0, rejected: 0 });
    const newer = [{ ...(people[0] ?? { number: '' }), surname: 'OTHER', givenNames: 'NAME' }, ...people.slice(2)];
    const second = await answer(passengersCommand, 'import', file('b.edi', paxlstText(newer)), '--format', 'paxlst');
    expect(second).toMatchObject({ read: 399, added: 0, changed: 1, removed: 1, rejected: 0 });
    expect((await known('XZ1000000')).passengers[0]?.passenger.holder.surname).toBe('OTHER');
  });

  test('bad rows are told one by one; the rest goes in', async () => {
    const people = manyPassengers(3).map((one, place) => (place === 1 ? { ...one, nationality: '12' } : one));
    const { code, out, err } = await run(
      passengersCommand,
      'import',
      file('a.edi', paxlstText(people)),
      '--format',
      'paxlst',
    );
    expect({ code, err }).toEqual({ code: 0, err: 'line 25: NATIONALITY_WRONG\n' });
    expect(JSON.parse(out)).toMatchObject({ read: 3, added: 2, rejected: 1 });
  });

  test('a broken interchange is refused whole, in one line, and the list before stays', async () => {
    const good = paxlstText(manyPassengers(4));
    await answer(passengersCommand, 'import', file('a.edi', good), '--format', 'paxlst');
    const broken = file('b.edi', paxlstText(manyPassengers(2)).replace('UNZ+1', 'UNZ+2'));
    const { code, out, err } = await run(passengersCommand, 'import', broken, '--format', 'paxlst');
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `booth: ADVANCE_FILE_FORMAT: ${broken}: UNZ_COUNT_WRONG at segment 41\n`,
    });
    expect((await known('XZ1000003')).passengers).toHaveLength(1);
  });

  test('the same list as JSON, with its count held to what came', async () => {
    const list = {
      flight: { number: 'XZ 0417', from: 'AAA', to: 'BBB', departs: '2026-11-22T06:10', arrives: '2026-11-22T08:35' },
      count: 2,
      passengers: [
        { holder: { surname: 'EXEMPLE', documentNumber: 'n1' }, locator: 'BK1' },
        { holder: { surname: 'NOBODY' } },
      ],
    };
    const { code, out, err } = await run(
      passengersCommand,
      'import',
      file('a.json', JSON.stringify(list)),
      '--format',
      'json',
    );
    expect({ code, err }).toEqual({ code: 0, err: 'line 2: holder WRONG\n' });
    expect(JSON.parse(out)).toMatchObject({ flights: ['XZ417 2026-11-22'], added: 1, rejected: 1 });
    const wrong = file('b.json', JSON.stringify({ ...list, count: 3 }));
    expect((await run(passengersCommand, 'import', wrong, '--format', 'json')).err).toContain('COUNT_WRONG');
  });

  test('wrong use, a missing file and another kind of file end in one line and exit 2', async () => {
    const none = join(directory.path, 'none.edi');
    for (const args of [
      [],
      ['import'],
      ['import', none],
      ['import', none, '--format', 'paxlst'],
      ['import', file('v', lines([visa(1)])), '--format', 'paxlst'],
    ]) {
      const { code, err } = await run(passengersCommand, ...args);
      expect(code).toBe(2);
      expect(err).toMatch(/^booth: [^\n]+\n$/);
    }
  });
});

describe('visas and declarations import', () => {
  test('lines go in, come again, change, and are taken back', async () => {
    const path = file(
      'v.jsonl',
      lines([visa(1), visa(2), { ...visa(3), symbol: 'WRONG' }, { number: 'EV00000001', removed: true }]),
    );
    const { out, err } = await run(visasCommand, 'import', path);
    expect(err).toBe('line 3: symbol WRONG\n');
    expect(JSON.parse(out)).toMatchObject({ read: 4, added: 2, changed: 0, removed: 1, rejected: 1 });
    const again = await answer(visasCommand, 'import', file('w.jsonl', lines([visa(2, { usedEntries: 1 }), visa(4)])));
    expect(again).toMatchObject({ read: 2, added: 1, changed: 1, rejected: 0 });
    expect((await known('N2')).visas[0]?.record).toMatchObject({ usedEntries: 1 });
  });

  test('a declaration is found by its code and by its document', async () => {
    const one = {
      code: 'PAI-7K2M-04',
      filedAt: '2026-11-20T10:00:00+07:00',
      validTo: '2026-11-23',
      holder: visa(1).holder,
      flight: 'XZ0417',
    };
    await answer(declarationsCommand, 'import', file('d.jsonl', lines([one])));
    expect((await known('', 'pai 7k2m 04')).declarations[0]?.record).toMatchObject({
      code: 'PAI-7K2M-04',
      flight: 'XZ417',
    });
    expect((await known('N1')).declarations).toHaveLength(1);
  });

  test('half a last line refuses the whole', async () => {
    const path = file('v.jsonl', lines([visa(1), visa(2)]).slice(0, -9));
    expect((await run(visasCommand, 'import', path)).err).toMatch(/ADVANCE_FILE_FORMAT: \S+: CUT_OFF at line 2\n$/);
  });

  test('100,000 visas go in; killed in the middle, the copy before stays whole', async () => {
    await answer(visasCommand, 'import', file('old.jsonl', lines([visa(7)])));
    const path = file(
      'many.jsonl',
      lines(Array.from({ length: 100_000 }, (_, place) => visa(place, { usedEntries: 1 }))),
    );
    const child = spawn(process.execPath, [BOOTH, 'visas', 'import', path, '--data', data], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    // Under way as soon as the write-ahead log takes rows.
    const log = join(data, 'advance.db-wal');
    const size = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    while (size() < 1 << 20 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    await ended;
    expect((await known('N7')).visas).toMatchObject([{ record: { usedEntries: null } }]);
    expect((await known('N8')).visas).toEqual([]);
    const whole = await answer(visasCommand, 'import', path);
    expect(whole).toMatchObject({ read: 100_000, added: 99_999, changed: 1, rejected: 0 });
    console.log(`100,000 visas in ${whole.seconds} s`);
    expect((await answer(visasCommand, 'status')).visas).toBe(100_000);
  }, 120_000);
});
