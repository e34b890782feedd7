import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentStatus, WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListChange, ListHeader } from '../../ports/watchlist.ts';
import type { Storage } from '../open_storage.ts';
import { DOCUMENT_LIST, documentEntries, documentNumber } from '../testing/document_entries.ts';
import { openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';
import { documentFilesOf } from './document_files.ts';
import { asideDirectory, copiesOf, listsDirectory } from './list_file.ts';

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

const LIST = DOCUMENT_LIST.list;

function lost(place: number, status: DocumentStatus = 'LOST', id = `L${place}`): WatchlistEntry {
  return { id, names: [], documents: [{ number: documentNumber(place), issuer: 'VNM', status }] };
}
const OWNER: WatchlistEntry = {
  id: 'P1',
  names: [{ full: 'ĐẶNG VĂN MẪU' }],
  birthDate: '1980-02-03',
  documents: [{ number: 'C7777777', issuer: 'VNM' }],
};

async function* rows<Row>(content: readonly Row[]) {
  yield* content;
}
const copy = (version: string, entries: readonly WatchlistEntry[], change: Partial<ListHeader> = {}) =>
  storage.watchlist.replace({ ...DOCUMENT_LIST, version, ...change }, rows(entries));
const changes = (version: string, base: string, content: readonly ListChange[]) =>
  storage.watchlist.replace({ ...DOCUMENT_LIST, version, base }, rows(content));

async function asked(number: string, issuer = 'VNM'): Promise<string[]> {
  const screened = await storage.watchlist.screen({ on: '2026-11-22', documentNumber: number, issuer });
  if (!screened.ok) return [screened.error.code];
  return screened.value.hits.map(
    ({ entry, matchClass, listVersion }) => `${entry.id}@${listVersion} ${matchClass} ${entry.documents?.[0]?.status}`,
  );
}
const place = (which: number) => asked(documentNumber(which));

async function status() {
  const all = await storage.watchlist.status();
  return all.ok ? all.value[0] : undefined;
}

async function reopen(): Promise<void> {
  await storage.close();
  storage = await openTestStorage(directory.path);
}

function storeOf(copyPlace: number): { readonly store: string; readonly filter: string } {
  return documentFilesOf(copiesOf(directory.path, LIST)[copyPlace]?.path ?? '');
}

describe('a list with documents', () => {
  test('answers for persons and for documents, and names itself and its version', async () => {
    const done = await copy('7', [lost(1), OWNER, lost(2, 'STOLEN'), lost(3, 'REVOKED')]);
    expect(done).toMatchObject({ ok: true, value: { read: 4, added: 4, changed: 0, removed: 0 } });
    expect(await place(1)).toEqual(['L1@7 CERTAIN LOST']);
    expect(await place(2)).toEqual(['L2@7 CERTAIN STOLEN']);
    expect(await asked('C7777777')).toEqual(['P1@7 CERTAIN undefined']);
    expect(await place(4)).toEqual([]);
    expect(await asked('8O0007919')).toEqual(['L1@7 POSSIBLE LOST']);
    expect(await status()).toMatchObject({ list: LIST, version: '7', entries: 4, persons: 1, documentsOnly: 3 });
    const screened = await storage.watchlist.screen({ on: '2026-11-22', documentNumber: 'Z', issuer: 'VNM' });
    expect(screened).toMatchObject({ value: { hits: [], lists: [{ list: LIST, version: '7' }] } });
    const { bytes } = (await status()) ?? {};
    const onDisk = readdirSync(listsDirectory(directory.path)).filter((name) => name.includes('.000001.'));
    expect(onDisk.map((name) => name.slice(name.lastIndexOf('.') + 1)).sort()).toEqual([
      'db',
      'documents',
      'filter',
      'index',
    ]);
    expect(bytes).toBeGreaterThan(readFileSync(storeOf(0).store).length);
  });

  test('a new copy tells what is new, changed and gone', async () => {
    await copy('1', [lost(1), lost(2), lost(3), OWNER]);
    const second = await copy('2', [lost(1), lost(2, 'STOLEN'), lost(4), lost(5), { ...OWNER, sex: 'M' }]);
    expect(second).toMatchObject({ value: { added: 2, changed: 2, removed: 1 } });
    const third = await copy('3', [OWNER]);
    expect(third).toMatchObject({ value: { added: 0, changed: 1, removed: 4 } });
    expect(await place(1)).toEqual([]);
    expect(await status()).toMatchObject({ entries: 1, documentsOnly: 0 });
  });

  test('one that is put back in service brings its documents and their changes with it', async () => {
    await copy('1', [lost(1), lost(2)]);
    await changes('2', '1', [{ op: 'add', entry: lost(3) }]);
    await copy('9', [lost(4)]);
    expect(await storage.watchlist.revert(LIST, '2')).toMatchObject({ ok: true, value: { version: '2' } });
    expect([await place(1), await place(3), await place(4)]).toEqual([
      ['L1@2 CERTAIN LOST'],
      ['L3@2 CERTAIN LOST'],
      [],
    ]);
    await reopen();
    expect([await place(2), await place(3), await place(4)]).toEqual([
      ['L2@2 CERTAIN LOST'],
      ['L3@2 CERTAIN LOST'],
      [],
    ]);
  });
});

describe('changes to the documents of a list', () => {
  test('an entry lapses by the day that the list gives it now', async () => {
    const dated = (which: number, validTo: string) => ({ ...lost(which), validTo });
    await copy('1', [dated(1, '2026-11-20'), dated(2, '2026-11-20'), dated(3, '2026-11-20')]);
    await changes('2', '1', [
      { op: 'update', entry: dated(2, '2026-11-21') },
      { op: 'withdraw', id: 'L3' },
    ]);
    expect([await place(1), await place(2)]).toEqual([[], []]);
    const lapsed = await storage.watchlist.lapsed('2026-11-20', '2026-11-22');
    expect(lapsed.ok && lapsed.value.map(({ entry, validTo }) => `${entry} ${validTo}`).sort()).toEqual([
      'L1 2026-11-20',
      'L2 2026-11-21',
    ]);
  });

  test('add, replace and withdraw, pile up and are there after a restart', async () => {
    await copy('1', [lost(1), lost(2), lost(3), OWNER]);
    const done = await changes('2', '1', [
      { op: 'add', entry: lost(4) },
      { op: 'update', entry: lost(2, 'REVOKED') },
      { op: 'withdraw', id: 'L3' },
    ]);
    expect(done).toMatchObject({ value: { added: 1, changed: 1, removed: 1 } });
    const expected = async (version: string) => {
      expect(await place(1)).toEqual([`L1@${version} CERTAIN LOST`]);
      expect(await place(2)).toEqual([`L2@${version} CERTAIN REVOKED`]);
      expect(await place(3)).toEqual([]);
      expect(await place(4)).toEqual([`L4@${version} CERTAIN LOST`]);
      expect(await asked(`8${documentNumber(4).slice(1)}`)).toEqual([`L4@${version} POSSIBLE LOST`]);
    };
    await expected('2');
    expect(await status()).toMatchObject({ version: '2', entries: 4, persons: 1, documentsOnly: 3 });
    await changes('3', '2', [{ op: 'update', entry: lost(1) }]);
    await reopen();
    await expected('3');
    await changes('4', '3', [
      { op: 'withdraw', id: 'L4' },
      { op: 'add', entry: lost(3) },
    ]);
    expect([await place(3), await place(4)]).toEqual([['L3@4 CERTAIN LOST'], []]);
    expect(await status()).toMatchObject({ entries: 4, documentsOnly: 3 });
  });

  test('an entry may turn from a document into a person and back', async () => {
    await copy('1', [lost(1), lost(2)]);
    await changes('2', '1', [{ op: 'update', entry: { ...lost(1), names: [{ full: 'ĐẶNG VĂN MẪU' }] } }]);
    expect(await status()).toMatchObject({ entries: 2, persons: 1, documentsOnly: 1 });
    expect(await place(1)).toEqual(['L1@2 CERTAIN LOST']);
    await changes('3', '2', [{ op: 'update', entry: lost(1, 'STOLEN') }]);
    expect(await place(1)).toEqual(['L1@3 CERTAIN STOLEN']);
    expect(await status()).toMatchObject({ entries: 2, persons: 0, documentsOnly: 2 });
  });
});

describe('damage', () => {
  function spoil(path: string): void {
    writeFileSync(path, readFileSync(path).fill(0x5a, 0, 30));
  }

  test('of the documents puts the copy before in service, and it says so', async () => {
    await copy('1', [lost(1)]);
    await copy('2', [lost(2)]);
    spoil(storeOf(0).store);
    await reopen();
    expect([await place(1), await place(2)]).toEqual([['L1@1 CERTAIN LOST'], []]);
    expect(await status()).toMatchObject({ version: '1', state: 'NEEDS_RELOAD' });
  });

  test.each(['gone', 'of another copy'])('documents that are %s are not passed over', async (what) => {
    await copy('1', [lost(1)]);
    await copy('2', [lost(2)]);
    const { store } = storeOf(0);
    if (what === 'gone') rmSync(store);
    else writeFileSync(store, readFileSync(storeOf(1).store));
    await reopen();
    expect([await place(1), await place(2)]).toEqual([['L1@1 CERTAIN LOST'], []]);
  });

  test('of the filter costs nothing but time: it is made again', async () => {
    await copy('1', [lost(1), lost(2)]);
    const { filter } = storeOf(0);
    const before = readFileSync(filter);
    spoil(filter);
    await reopen();
    expect([await place(1), await place(3)]).toEqual([['L1@1 CERTAIN LOST'], []]);
    await expect.poll(() => readFileSync(filter).equals(before), { timeout: 20_000 }).toBe(true);
    expect([await place(2), await place(3)]).toEqual([['L2@1 CERTAIN LOST'], []]);
  });
});

const LOOP = fileURLToPath(new URL('../testing/document_import_loop.ts', import.meta.url));

/** Lets imports follow on each other and kills them; answers with the last version that was acknowledged. */
function killedImports(first: number, killAfterMs: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [LOOP, directory.path, String(first), '3000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const wasOpen = output.includes('OPEN');
      output += chunk.toString();
      if (!wasOpen && output.includes('OPEN')) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.on('close', () => {
      const versions = output
        .split('\n')
        .slice(0, -1)
        .map(Number)
        .filter((version) => version > 0);
      resolve(versions.at(-1) ?? first - 1);
    });
  });
}

test('an import killed at any moment leaves one whole version, the last acknowledged or the one after it', async () => {
  await storage.watchlist.replace(DOCUMENT_LIST, documentEntries(3000, 1));
  await storage.close();
  let version = 1;
  for (let round = 0; round < 6; round++) {
    const acknowledged = await killedImports(version + 1, 200 + Math.random() * 1500);
    storage = await openTestStorage(directory.path);
    const now = await status();
    version = Number(now?.version);
    expect([acknowledged, acknowledged + 1]).toContain(version);
    expect(now).toMatchObject({ state: 'IN_SERVICE', entries: 3000 });
    for (const which of [0, 1500, 2999]) {
      expect(await place(which)).toEqual([`L${which}@${version} CERTAIN LOST`]);
      const screened = await storage.watchlist.screen({
        on: '2026-11-22',
        documentNumber: documentNumber(which),
        issuer: 'VNM',
      });
      expect(screened.ok && screened.value.hits[0]?.entry.decision).toBe(String(version));
    }
    await storage.close();
  }
  storage = await openTestStorage(directory.path);
  await copy(String(version + 1), [lost(1)]);
  expect(readdirSync(asideDirectory(directory.path))).toEqual([]);
}, 120_000);
