import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { mrzCommand } from './mrz.ts';

const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const CARD = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const WRONG = [PASSPORT[0] ?? '', (PASSPORT[1] ?? '').replace(/0$/, '1')];

const folder = mkdtempSync(join(tmpdir(), 'booth-mrz-'));
afterAll(() => rmSync(folder, { recursive: true }));

class Collector extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(args: readonly string[], input: Iterable<string | Buffer> = []) {
  const stdout = new Collector();
  const stderr = new Collector();
  const code = await mrzCommand(args, { stdin: Readable.from(input), stdout, stderr });
  const answers = stdout.text.split('\n').filter((line) => line !== '');
  return { code, answers: answers.map((line) => JSON.parse(line)), stdout: stdout.text, stderr: stderr.text };
}

test('blank lines part the MRZs of a text, JSON Lines carry their id', async () => {
  const json = `${JSON.stringify({ id: 'a', lines: CARD })}\n${JSON.stringify({ id: 7, lines: PASSPORT })}\n`;
  const { code, answers, stderr } = await run([], [`\n${PASSPORT.join('\n')}\n\n\n${CARD.join('\r\n')}\n${json}`]);
  expect(answers.map(({ id, format, lines, valid }) => ({ id, format, lines, valid }))).toEqual([
    { id: undefined, format: 'TD3', lines: PASSPORT, valid: true },
    { id: undefined, format: 'TD1', lines: CARD, valid: true },
    { id: 'a', format: 'TD1', lines: CARD, valid: true },
    { id: 7, format: 'TD3', lines: PASSPORT, valid: true },
  ]);
  expect(Object.keys(answers[2])).toEqual('id format lines valid fields checks problems corrections'.split(' '));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a byte order mark is no part of the input', async () => {
  expect(await run([], [`\ufeff${JSON.stringify({ lines: CARD })}`])).toMatchObject({ code: 0 });
  expect(await run([], [`\ufeff${CARD.join('\n')}`])).toMatchObject({ code: 0 });
});

test('one invalid MRZ makes the answer no', async () => {
  const { code, answers } = await run([], [`${PASSPORT.join('\n')}\n\n${WRONG.join('\n')}`]);
  expect(code).toBe(1);
  expect(answers.map(({ valid }) => valid)).toEqual([true, false]);
  expect(answers[1].checks.composite).toBe('bad');
});

test('lines that are no strings are an invalid MRZ, not a failure', async () => {
  const { code, answers } = await run([], ['{"id":"x","lines":[1,null,{}]}']);
  expect(code).toBe(1);
  expect(answers[0]).toMatchObject({ id: 'x', format: null, valid: false });
});

test.each([
  ['broken JSON', ['{"lines": ['], 'booth: line 1 is not JSON\n'],
  ['no lines', ['\n{"id": 1}'], 'booth: line 2 has no array "lines"\n'],
  ['JSON longer than any record', [`{"lines":["${'<'.repeat(70_000)}"]}`], 'booth: line 1 is too long\n'],
  ['nothing', [], 'booth: there is no MRZ in the input\n'],
  ['blank lines', ['\n \n\r\n'], 'booth: there is no MRZ in the input\n'],
])('unreadable: %s', async (_, input, line) => {
  expect(await run([], input)).toMatchObject({ code: 2, stdout: '', stderr: line });
});

test('wrong use and files that cannot be read end in one line', async () => {
  expect(await run(['--fast'])).toMatchObject({ code: 2, stderr: 'booth: use: booth mrz [FILE]\n' });
  expect(await run(['a', 'b'])).toMatchObject({ code: 2, stderr: 'booth: use: booth mrz [FILE]\n' });
  const missing = join(folder, 'missing');
  const noFile = await run([missing]);
  expect(noFile).toMatchObject({ code: 2, stderr: `booth: cannot read ${missing}: there is no such file\n` });
  expect(await run([folder])).toMatchObject({ code: 2, stderr: `booth: cannot read ${folder}: it is a folder\n` });
});

test('a line without end is cut and found wrong, and the MRZ behind it is read', async () => {
  function* endless() {
    const chunk = Buffer.alloc(65_536, '<');
    for (let sent = 0; sent < 1024; sent += 1) yield chunk;
    yield `\n\n${PASSPORT.join('\n')}\n`;
  }
  const { code, answers, stdout, stderr } = await run([], endless());
  expect(code).toBe(1);
  expect(answers.map(({ format, valid }) => ({ format, valid }))).toEqual([
    { format: null, valid: false },
    { format: 'TD3', valid: true },
  ]);
  expect(stdout.length).toBeLessThan(100_000);
  expect(stderr).toBe('booth: only the first part of line 1 was read, it is too long\n');
});

test('a million lines without a blank one are one MRZ with too many lines', async () => {
  const { code, answers } = await run([], [`${'A<\n'.repeat(1_000_000)}`]);
  expect(code).toBe(1);
  expect(answers).toHaveLength(1);
  expect(answers[0].problems.map(({ code }: { code: string }) => code)).toContain('LINE_COUNT');
});

test('bytes that are no text are an invalid MRZ', async () => {
  expect(await run([], [Buffer.from([0xff, 0xfe, 0x41, 0x80, 0x0a, 0xc3])])).toMatchObject({ code: 1 });
});

test('as a process: a file in, JSON Lines and the exit code out', () => {
  const file = join(folder, 'two.txt');
  writeFileSync(file, `${PASSPORT.join('\n')}\n\n${WRONG.join('\n')}\n`);
  const program = resolve(import.meta.dirname, 'booth.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'mrz', file], { encoding: 'utf8' });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).valid);
  expect({ status, answers, stderr }).toEqual({ status: 1, answers: [true, false], stderr: '' });
});
