import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListHeader } from '../ports/watchlist.ts';
import type { Storage } from '../storage/open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../storage/testing/temporary_store.ts';
import type { ListAuthority } from './list_authorities.ts';
import { openListPackage } from './list_package.ts';
import { type PackageFacts, signedHeader } from './sign_package.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const spki = publicKey.export({ format: 'der', type: 'spki' });
const AUTHORITY: ListAuthority = { name: 'A08', publicKey: spki.toString('base64') };
const AGES = { agedAfterHours: 24, expiredAfterHours: 72 };

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

const facts = (version: string, sequence: number, base: string | null = null): PackageFacts => ({
  list: 'WANTED',
  kind: 'WANTED',
  version,
  base,
  sequence,
  asOf: NOW,
  authority: 'A08',
});

const person = (id: string) => ({ id, names: [{ full: `ĐẶNG VĂN MẪU ${id}` }], personalNumber: `00${id}` });

/** Writes a package; `spoil` changes its bytes after it was signed. */
async function packageOf(said: PackageFacts, rows: readonly unknown[], spoil = (text: string) => text) {
  const path = join(directory.path, `package-${said.version}.jsonl`);
  const bare = `${path}.rows`;
  writeFileSync(bare, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const text = (await signedHeader(bare, said, privateKey)) + readFileSync(bare, 'utf8');
  writeFileSync(path, spoil(text));
  return path;
}

async function takeIn(path: string, authorities = [AUTHORITY], change: Partial<ListHeader> = {}): Promise<string> {
  const opened = await openListPackage(path, authorities);
  if (!opened.ok) return opened.error.code;
  const done = await storage.watchlist.replace({ ...opened.value.header, ...AGES, ...change }, opened.value.rows);
  return done.ok ? `${done.value.version} ${done.value.rejectedCount}` : done.error.code;
}

async function status() {
  const all = await storage.watchlist.status();
  return all.ok ? all.value.map(({ version, entries, signedBy }) => `${version} ${entries} ${signedBy}`) : [];
}

describe('a signed package', () => {
  test('goes in, and the list says who signed it; so does a delta after it', async () => {
    expect(await takeIn(await packageOf(facts('1', 1), [person('1'), person('2')]))).toBe('1 0');
    expect(await status()).toEqual(['1 2 A08']);
    const changes = [
      { op: 'add', entry: person('3') },
      { op: 'update', entry: { ...person('1'), sex: 'M' } },
      { op: 'withdraw', id: '2' },
      { op: 'rename', id: '2' },
    ];
    expect(await takeIn(await packageOf(facts('2', 2, '1'), changes))).toBe('2 1');
    expect(await status()).toEqual(['2 2 A08']);
    expect(await takeIn(await packageOf(facts('3', 3, '2'), []))).toBe('3 0');
    expect(await status()).toEqual(['3 2 A08']);
  });

  test('is known by the raw key too', async () => {
    const raw = { name: 'A08', publicKey: spki.subarray(-32).toString('base64') };
    expect(await takeIn(await packageOf(facts('1', 1), [person('1')]), [raw])).toBe('1 0');
  });

  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  test.each<[string, ListAuthority[], string]>([
    ['by nobody known', [], 'SIGNATURE_UNKNOWN_AUTHORITY'],
    ['by one for other lists', [{ ...AUTHORITY, lists: ['BANS'] }], 'SIGNATURE_UNKNOWN_AUTHORITY'],
    ['with another key', [{ name: 'A08', publicKey: other }], 'SIGNATURE_WRONG'],
  ])('signed %s changes nothing', async (_, authorities, code) => {
    expect(await takeIn(await packageOf(facts('1', 1), [person('1')]), authorities)).toBe(code);
    expect(await status()).toEqual([]);
  });

  test.each<[string, (text: string) => string, string]>([
    ['a header changed', (text) => text.replace('"sequence":2', '"sequence":9'), 'SIGNATURE_WRONG'],
    ['a row changed', (text) => text.replace('MẪU 7', 'MẪU 8'), 'DIGEST_WRONG'],
    ['a row gone', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), 'COUNT_WRONG'],
    ['a row more', (text) => `${text}${JSON.stringify(person('9'))}\n`, 'COUNT_WRONG'],
    ['its last bytes lost', (text) => text.slice(0, -5), 'DIGEST_WRONG'],
    ['no header', (text) => text.slice(text.indexOf('\n') + 1), 'LIST_FORMAT'],
  ])('with %s changes nothing', async (_, spoil, code) => {
    await takeIn(await packageOf(facts('1', 1), [person('1')]));
    expect(await takeIn(await packageOf(facts('2', 2), [person('1'), person('7')], spoil))).toBe(code);
    expect(await status()).toEqual(['1 1 A08']);
  });

  test('whose file changes between verification and reading changes nothing', async () => {
    const path = await packageOf(facts('1', 1), [person('1')]);
    const opened = await openListPackage(path, [AUTHORITY]);
    if (!opened.ok) throw new Error(opened.error.code);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"version":"1"', '"version":"2"'));
    const done = await storage.watchlist.replace({ ...opened.value.header, ...AGES }, opened.value.rows);
    expect(done).toMatchObject({ error: { code: 'SIGNATURE_WRONG' } });
  });
});

describe('a list that came signed', () => {
  const unsigned = (change: Partial<ListHeader> = {}) =>
    storage.watchlist.replace(
      { list: 'WANTED', kind: 'WANTED', version: 'x', asOf: NOW, ...AGES, ...change },
      (async function* () {
        yield person('5');
      })(),
    );

  test('is replaced by an unsigned file only where that was ordered, and it is recorded', async () => {
    await takeIn(await packageOf(facts('1', 1), [person('1')]));
    expect(await unsigned()).toMatchObject({ error: { code: 'SIGNATURE_MISSING' } });
    expect(await status()).toEqual(['1 1 A08']);
    expect(await unsigned({ exceptionOrdered: true })).toMatchObject({ ok: true });
    const journal = await storage.records.exportJournal(2, 1);
    expect(journal.ok && journal.value[0]?.data).toMatchObject({ signedBy: null, exceptionOrdered: true });
  });

  test('is not put back to an older signed state by whoever kept an old package', async () => {
    const old = await packageOf(facts('1', 1), [person('1')]);
    await takeIn(await packageOf(facts('2', 2), [person('2')]));
    expect(await takeIn(old)).toBe('LIST_OLDER');
    expect(await takeIn(old, [AUTHORITY], { exceptionOrdered: true })).toBe('1 0');
  });
});
