import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../domain/result.ts';
import { openStorage, type Storage } from './open_storage.ts';
import { setAsideDamaged } from './set_aside.ts';
import { canMakeSmallDisk, smallDisk } from './testing/small_disk.ts';
import {
  commitAll,
  fixedClock,
  openBehindTheBack,
  openTestStorage,
  SMALL_DAY,
  storageOptions,
  temporaryDirectory,
} from './testing/temporary_store.ts';

const LOOP = fileURLToPath(new URL('./testing/commit_loop.ts', import.meta.url));
const NOBODY = '65534';

let directory = temporaryDirectory();
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

interface LoopEnd {
  readonly acknowledged: number;
  readonly problem: string | null;
}

/** Lets the loop run until it ends by itself, or is killed `killAfterMs` after it has opened the store. */
function runLoop(folder: string, first: number, more: { readonly killAfterMs?: number; readonly user?: string } = {}) {
  return new Promise<LoopEnd>((resolve) => {
    const args = [LOOP, folder, String(first), ...(more.user === undefined ? [] : [more.user])];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const wasOpen = output.includes('OPEN');
      output += chunk.toString();
      if (more.killAfterMs === undefined || wasOpen || !output.includes('OPEN')) return;
      setTimeout(() => child.kill('SIGKILL'), more.killAfterMs);
    });
    child.on('close', () => {
      // The last line may be half written when the process was killed: only whole lines are acknowledgements.
      const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
      const numbers = lines.map(Number).filter((number) => number > 0);
      const problem = lines.find((line) => line.startsWith('PROBLEM '))?.slice(8) ?? null;
      resolve({ acknowledged: numbers.at(-1) ?? first - 1, problem });
    });
  });
}

async function expectNothingLost(storage: Storage, acknowledged: number): Promise<number> {
  expect(await storage.records.verifyJournal()).toMatchObject({ ok: true, value: { ok: true } });
  const last = await storage.records.lastRecordNumber('A07');
  const stored = last.ok ? last.value : -1;
  expect(stored).toBeGreaterThanOrEqual(acknowledged);
  expect(await storage.records.journalSize()).toEqual(ok(stored));
  expect(await storage.records.backlog()).toEqual(ok(stored));
  if (acknowledged > 0) {
    const clearance = await storage.records.clearanceById(`clearance-${acknowledged}`);
    expect(clearance.ok && clearance.value?.state).toMatchObject({ number: acknowledged });
  }
  return stored;
}

describe('a process killed in the middle', () => {
  test('loses nothing that it had acknowledged, twenty times over', async () => {
    let stored = 0;
    let acknowledgedInAll = 0;
    for (let round = 0; round < 20; round++) {
      const end = await runLoop(directory.path, stored + 1, { killAfterMs: Math.random() * 120 });
      acknowledgedInAll += end.acknowledged - stored;
      const storage = await openTestStorage(directory.path);
      stored = await expectNothingLost(storage, end.acknowledged);
      await storage.close();
    }
    expect(acknowledgedInAll).toBeGreaterThan(100);
  }, 120_000);
});

const canMount = canMakeSmallDisk();

if (canMount) {
  describe('a full disk', () => {
    test('is named, loses nothing, and work goes on once there is room', async () => {
      const unmount = smallDisk(directory.path, 24);
      try {
        const ballast = join(directory.path, 'ballast');
        writeFileSync(ballast, Buffer.alloc(6 << 20));
        const end = await runLoop(directory.path, 1);
        expect(end.problem).toBe('STORE_FULL');
        expect(end.acknowledged).toBeGreaterThan(50);
        rmSync(ballast);
        const storage = await openTestStorage(directory.path);
        const stored = await expectNothingLost(storage, end.acknowledged);
        expect(stored).toBe(end.acknowledged);
        await commitAll(storage, SMALL_DAY.slice(0, 1));
        await storage.close();
      } finally {
        unmount?.();
      }
    }, 60_000);
  });
} else {
  test('NOT RUN: a full disk (this user may not mount a small file system)', () => {
    expect(canMount).toBe(false);
  });
}

describe('a folder that may not be written', () => {
  test('is named when a new store would be made there', async () => {
    chmodSync(directory.path, 0o555);
    expect(await runLoop(directory.path, 1, { user: NOBODY })).toEqual({
      acknowledged: 0,
      problem: 'STORE_READ_ONLY',
    });
    chmodSync(directory.path, 0o755);
  });

  test('is named when a store is there', async () => {
    await (await openTestStorage(directory.path)).close();
    for (const name of readdirSync(directory.path)) {
      const path = join(directory.path, name);
      if (existsSync(path) && !name.startsWith('watchlist')) chmodSync(path, 0o444);
    }
    chmodSync(directory.path, 0o555);
    expect(await runLoop(directory.path, 1, { user: NOBODY })).toEqual({
      acknowledged: 0,
      problem: 'STORE_READ_ONLY',
    });
    chmodSync(directory.path, 0o755);
  });
});

describe('a damaged store', () => {
  const database = () => join(directory.path, 'booth.db');

  beforeEach(async () => {
    const storage = await openTestStorage(directory.path);
    await commitAll(storage, SMALL_DAY);
    await storage.close();
  });

  const openCode = async (change: Partial<Parameters<typeof openStorage>[0]> = {}) => {
    const opened = await openStorage({ ...storageOptions(directory.path), ...change });
    if (opened.ok) await opened.value.close();
    return opened.ok ? 'OK' : opened.error.code;
  };

  test('is told from a wrong key', async () => {
    expect(await openCode({ key: new Uint8Array(32).fill(8) })).toBe('STORE_KEY_WRONG');
    expect(await openCode()).toBe('OK');
    writeFileSync(database(), readFileSync(database()).fill(0x5a, 100, 4000));
    expect(await openCode()).toBe('STORE_DAMAGED');
    expect(await openCode({ key: new Uint8Array(32).fill(8) })).toBe('STORE_KEY_WRONG');
  });

  test('is found when any page is damaged, at the latest by verification', async () => {
    const sound = readFileSync(database());
    const pages = sound.length / 4096;
    let found = 0;
    for (let page = 0; page < pages; page++) {
      const spoilt = Buffer.from(sound);
      spoilt[page * 4096 + 2000] = (spoilt[page * 4096 + 2000] ?? 0) ^ 1;
      writeFileSync(database(), spoilt);
      const opened = await openStorage(storageOptions(directory.path));
      if (!opened.ok) {
        expect(opened.error.code).toBe('STORE_DAMAGED');
        found++;
        continue;
      }
      const verdict = await opened.value.records.verifyJournal();
      if (!verdict.ok) expect(verdict.error.code).toBe('STORE_DAMAGED');
      if (!verdict.ok || !verdict.value.ok) found++;
      await opened.value.close();
    }
    expect(found).toBe(pages);
  });

  test('is not overwritten, and set aside by an explicit call only', async () => {
    const spoilt = readFileSync(database()).fill(0x5a, 0, 4096);
    writeFileSync(database(), spoilt);
    expect(await openCode()).toBe('STORE_DAMAGED');
    expect(readFileSync(database()).equals(spoilt)).toBe(true);
    const aside = setAsideDamaged(directory.path, fixedClock);
    expect(aside).toEqual(ok('booth-damaged-2026-11-22T08-40-00'));
    expect(readFileSync(join(directory.path, 'booth-damaged-2026-11-22T08-40-00', 'booth.db')).equals(spoilt)).toBe(
      true,
    );
    const fresh = await openTestStorage(directory.path);
    expect(fresh.setAside).toBe('booth-damaged-2026-11-22T08-40-00');
    expect(await fresh.records.journalSize()).toEqual(ok(0));
    await fresh.close();
    const again = await openTestStorage(directory.path);
    expect(again.setAside).toBeNull();
    await again.close();
  });

  test('a database that has gone is damage, never a fresh start', async () => {
    rmSync(database());
    expect(await openCode()).toBe('STORE_DAMAGED');
    writeFileSync(database(), '');
    expect(await openCode()).toBe('STORE_DAMAGED');
  });

  test('a database newer than the program is refused untouched', async () => {
    const newer = openBehindTheBack(directory.path);
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(database());
    expect(await openCode()).toBe('STORE_TOO_NEW');
    expect(readFileSync(database()).equals(before)).toBe(true);
  });
});
