import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gateDay } from '../core/settings/gate_day.ts';
import { temporaryDirectory } from '../core/storage/testing/temporary_store.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command in a real process. */
function booth(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'booth.mjs'), ...args]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

let directory = temporaryDirectory();
let data: string;
let list: string;

beforeEach(() => {
  directory = temporaryDirectory();
  data = join(directory.path, 'data');
  list = join(directory.path, 'list.jsonl');
  writeFileSync(
    list,
    [
      { id: 'P1', names: [{ surname: 'ĐẶNG', givenNames: 'VĂN MẪU' }], birthDate: '1980-02-03' },
      { id: 'D1', documents: [{ number: 'C0000001', issuer: 'VNM', status: 'STOLEN' }] },
      { id: 'D2', documents: [{ number: 'C2', issuer: 'nowhere' }] },
    ]
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join(''),
  );
});

afterEach(() => directory.remove());

const importArgs = () => ['watchlist', 'import', list, '--format', 'jsonl', '--list', 'LOCAL', '--data', data];

test('the day is the one at the gate', () => {
  const lateEvening = Date.UTC(2026, 10, 22, 18, 30);
  expect(gateDay(lateEvening, 'UTC')).toBe('2026-11-22');
  expect(gateDay(lateEvening, 'Asia/Ho_Chi_Minh')).toBe('2026-11-23');
});

describe('booth watchlist', () => {
  test('imports, tells its state and screens', async () => {
    const imported = await booth(importArgs());
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ list: 'LOCAL', read: 3, added: 2, rejected: 1 });
    expect(imported.stderr).toContain('line 3: FIELD:documents.0.issuer');
    const status = await booth(['watchlist', 'status', '--data', data]);
    expect(JSON.parse(status.stdout)).toMatchObject({ lists: [{ list: 'LOCAL', entries: 2, state: 'FRESH' }] });
    const asked = [
      { id: 'a', surname: 'DANG', givenNames: 'VAN MAU', birthDate: '1980-02-03' },
      { id: 'b', documentNumber: 'C0000001', issuer: 'VNM' },
      { id: 'c', name: 'NGUYEN THI KHAC', birthDate: '1990-01-01' },
    ];
    const input = asked.map((query) => `${JSON.stringify(query)}\n`).join('');
    const screened = await booth(['watchlist', 'screen', '--data', data], input);
    expect(screened.code).toBe(0);
    const answers = screened.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => [answer.id, answer.hits.map((hit: { class: string }) => hit.class)])).toEqual([
      ['a', ['PROBABLE']],
      ['b', ['CERTAIN']],
      ['c', []],
    ]);
  });

  test.each([
    [['watchlist'], /usage/],
    [['watchlist', 'import'], /usage/],
    [['watchlist', 'import', 'x', '--format', 'punch-cards'], /--format is one of/],
    [['watchlist', 'import', 'absent.jsonl', '--format', 'jsonl'], /LIST_FILE_UNREADABLE/],
    [['watchlist', 'frobnicate'], /usage/],
    [['journal', 'verify', '--nonsense'], /usage/],
  ])('%j ends with 2 and one clear line', async (args, line) => {
    const ended = await booth([...args, '--data', data]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('booth journal', () => {
  test('verifies and exports what was written', async () => {
    await booth(importArgs());
    expect(await booth(['journal', 'verify', '--data', data])).toMatchObject({
      code: 0,
      stdout: '{"entries":1,"ok":true}\n',
    });
    const exported = await booth(['journal', 'export', '--data', data]);
    expect(JSON.parse(exported.stdout)).toMatchObject({ seq: 1, event: 'LIST_REPLACED' });
  });

  test('a cut tail is answered with no', async () => {
    await booth(importArgs());
    writeFileSync(join(data, 'journal.anchor'), 'not an anchor\n');
    const ended = await booth(['journal', 'verify', '--data', data]);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toEqual({
      entries: 1,
      ok: false,
      firstBroken: { seq: 2, reason: 'TAIL_MISSING' },
    });
  });

  test('an absent store, a damaged one, a wrong key and an open key file are each named', async () => {
    const verify = () => booth(['journal', 'verify', '--data', data]);
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('STORE_ABSENT') });
    await booth(importArgs());
    const key = join(data, 'booth.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    chmodSync(key, 0o644);
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('KEY_FILE_PERMISSIONS') });
    chmodSync(key, 0o600);
    const right = readFileSync(key);
    writeFileSync(key, 'ab'.repeat(32));
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('STORE_KEY_WRONG') });
    writeFileSync(key, right);
    const database = join(data, 'booth.db');
    writeFileSync(database, readFileSync(database).fill(0x5a, 0, 4096));
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('STORE_DAMAGED') });
  });
});
