import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WatchlistView } from '../contract/watchlist_view.ts';
import { type Booth, createBooth, systemClock, systemIds } from './booth.ts';
import { keyFromFile } from './storage/key_file.ts';
import { openStorage } from './storage/open_storage.ts';
import { signedHeader } from './sync/sign_package.ts';

let directory = '';
let booth: Booth;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'booth-lists-'));
  booth = await start();
});
afterEach(async () => {
  await booth.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function start(): Promise<Booth> {
  const made = await createBooth({ dataDirectory: directory, demo: true });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const clientOf = (windowId = 'w1') =>
  createRouterClient(booth.router, { context: { window: { windowId, role: 'officer' } } });
type Client = ReturnType<typeof clientOf>;

async function administrator(): Promise<Client> {
  const client = clientOf();
  await client.session.signIn({ number: '0666', pin: '666000', direction: 'DEPARTURE', shift: '1' });
  return client;
}

async function seen(client: Client, until: (view: WatchlistView) => boolean): Promise<WatchlistView> {
  for await (const view of await client.watchlist.watch()) if (until(view)) return view;
  throw new Error('the window was locked');
}
const ended = (view: WatchlistView) => ['READY', 'FAILED', 'DISCARDED', 'DONE'].includes(view.change?.phase ?? '');
const listOf = (view: WatchlistView, name: string) => view.lists.find((one) => one.list === name);

function drop(name: string, lines: readonly unknown[]): void {
  mkdirSync(join(directory, 'incoming'), { recursive: true });
  writeFileSync(join(directory, 'incoming', name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
const person = (id: string, full: string) => ({ id, names: [{ full }], birthDate: '1970-01-02' });
const people = (count: number) => Array.from({ length: count }, (_, place) => person(`P${place}`, `MẪU SỐ ${place}`));
const WANTED_LIST = { list: 'wanted', kind: 'WANTED' } as const;
const WANTED = { file: 'new.jsonl', format: 'jsonl', as: WANTED_LIST, exception: false };

/** The journal as it lies in the store, once the booth is at rest. */
async function journal() {
  await booth.stop();
  const key = keyFromFile(directory, systemIds);
  if (!key.ok) throw new Error(key.error.code);
  const storage = await openStorage({ directory, key: key.value, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!storage.ok) throw new Error(storage.error.code);
  const entries = await storage.value.records.exportJournal(1, 500);
  await storage.value.close();
  booth = await start();
  if (!entries.ok) throw new Error(entries.error.code);
  return entries.value;
}

describe('a watchlist administrator', () => {
  it('leaves the lane locked, sees every list and no clearance', async () => {
    const client = await administrator();
    const view = await seen(client, () => true);
    expect(view.administrator.number).toBe('0666');
    expect(view.lists.map((one) => one.list)).toEqual([
      'discreet',
      'entry-ban',
      'exit-suspension',
      'lost-stolen',
      'wanted',
    ]);
    expect(listOf(view, 'discreet')).toMatchObject({ discreet: true, age: 'FRESH', importedBy: null, signedBy: null });
    await expect(client.lane.watch()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
    for await (const health of await client.session.watch()) {
      expect(health.direction).toBe('ARRIVAL');
      break;
    }
  });

  it('finds a person, discreet entries too, and the search is in the journal', async () => {
    const client = await administrator();
    const answer = await client.watchlist.search({ name: 'quietman sam' });
    expect(answer.hits[0]).toMatchObject({ list: 'discreet', discreet: true, fields: expect.any(Array) });
    expect(answer).toMatchObject({ found: 1, lists: 5 });
    expect(answer.tookMs).toBeGreaterThanOrEqual(0);
    expect(await client.watchlist.search({ name: 'Zzyzx Qqqq' })).toMatchObject({ hits: [], found: 0 });
    const searches = (await journal()).filter((entry) => entry.event === 'LIST_SEARCHED');
    expect(searches).toHaveLength(2);
    expect(searches[0]).toMatchObject({
      actor: '0666',
      clearance: null,
      data: { hits: 1, discreetHits: 1, discreetLists: 1, redacted: { asked: { name: 'quietman sam' } } },
    });
    const { redacted: _personal, ...rest } = (searches[0]?.data ?? {}) as Record<string, unknown>;
    expect(rest).toHaveProperty('hits');
    expect(JSON.stringify(rest).toLowerCase()).not.toContain('quietman');
  });

  it('must name a person or a number to search for', async () => {
    const client = await administrator();
    await expect(client.watchlist.search({ sex: 'M' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.watchlist.search({ name: 'Mẫu', birthDate: '1/2/1970' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('an import by two people', () => {
  it('comes into service only by the word of another person, and everyone is in the journal', async () => {
    drop('new.jsonl', [...people(8), { id: 'bad' }]);
    const client = await administrator();
    const { files, formats } = await client.watchlist.incoming();
    expect(files).toMatchObject([{ name: 'new.jsonl' }]);
    expect(formats.map((one) => one.format)).toContain('jsonl');
    const { change } = await client.watchlist.orderImport(WANTED);
    const ready = await seen(client, ended);
    expect(ready.change).toMatchObject({
      phase: 'READY',
      orderedBy: '0666',
      comparison: { added: 8, removed: 1, manyRemoved: true, newEntries: 8, rejectedCount: 1, rejected: [{ line: 9 }] },
    });
    expect(listOf(ready, 'wanted')?.entries).toBe(1);
    const confirm = (number: string, pin: string) => client.watchlist.confirm({ change, number, pin });
    await expect(confirm('0666', '666000')).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(confirm('0412', '246810')).rejects.toMatchObject({ code: 'SECOND_PERSON_ROLE' });
    await expect(confirm('0667', '000000')).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
    expect((await seen(client, () => true)).change?.phase).toBe('READY');
    await confirm('0667', '667000');
    const done = await seen(client, (view) => view.change?.phase === 'DONE');
    expect(done.change?.endedBy).toBe('0667');
    expect(listOf(done, 'wanted')).toMatchObject({ entries: 8, importedBy: '0666' });
    expect((await client.watchlist.search({ name: 'Mẫu Số 3', birthDate: '1970' })).found).toBeGreaterThan(0);
    await expect(confirm('0667', '667000')).rejects.toMatchObject({ code: 'NO_SUCH_CHANGE' });
    const told = (await journal()).filter(
      (entry) => entry.event.startsWith('LIST_CHANGE') || entry.event === 'LIST_REPLACED',
    );
    expect(told.slice(-4).map(({ event, actor }) => `${event} ${actor}`)).toEqual([
      'LIST_CHANGE_ORDERED 0666',
      'LIST_CHANGE_BUILT system',
      'LIST_CHANGE_CONFIRMED 0667',
      'LIST_REPLACED system',
    ]);
  });

  it('is discarded by a person, and a supervisor can be the second one of the next', async () => {
    drop('new.jsonl', people(3));
    const client = await administrator();
    const first = await client.watchlist.orderImport(WANTED);
    await expect(client.watchlist.orderImport(WANTED)).rejects.toMatchObject({ code: 'CHANGE_UNDER_WAY' });
    await seen(client, ended);
    await client.watchlist.discard(first);
    const discarded = await seen(client, ended);
    expect(discarded.change).toMatchObject({ phase: 'DISCARDED', endedBy: '0666' });
    expect(listOf(discarded, 'wanted')?.entries).toBe(1);
    expect(readdirSync(join(directory, 'watchlist', 'aside'))).toEqual([]);
    const second = await client.watchlist.orderImport(WANTED);
    await seen(client, (view) => view.change?.phase === 'READY');
    await client.watchlist.confirm({ ...second, number: '0301', pin: '135791' });
    expect(listOf(await seen(client, () => true), 'wanted')?.entries).toBe(3);
  });

  it('is cancelled while it is being built', async () => {
    drop('new.jsonl', people(60_000));
    const client = await administrator();
    const { change } = await client.watchlist.orderImport(WANTED);
    const building = await seen(client, (view) => (view.change?.progress?.read ?? 0) > 0);
    expect(building.change?.phase).toBe('BUILDING');
    await client.watchlist.discard({ change });
    const after = await seen(client, () => true);
    expect(after.change).toMatchObject({ phase: 'DISCARDED', endedBy: '0666', problem: null });
    expect(listOf(after, 'wanted')?.entries).toBe(1);
    expect(readdirSync(join(directory, 'watchlist', 'aside'))).toEqual([]);
  });

  it('takes files of the drop folder only, and a list keeps its kind', async () => {
    drop('new.jsonl', people(1));
    drop('refuse.jsonl', ['not an entry', 'nor this']);
    writeFileSync(join(directory, 'outside.jsonl'), `${JSON.stringify(person('X', 'AUSSEN'))}\n`);
    const client = await administrator();
    const order = (changed: object) => client.watchlist.orderImport({ ...WANTED, ...changed });
    await expect(order({ file: '../outside.jsonl' })).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    await expect(order({ format: '__proto__' })).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    await expect(order({ as: null })).rejects.toMatchObject({ code: 'NO_SUCH_LIST' });
    await expect(order({ format: 'package' })).rejects.toMatchObject({
      code: 'LISTS_FAILED',
      data: { code: 'LIST_FORMAT' },
    });
    await expect(order({ as: { ...WANTED_LIST, list: 'discreet' } })).rejects.toMatchObject({
      code: 'LIST_KIND_DIFFERS',
    });
    await expect(order({ as: { ...WANTED_LIST, list: '../wanted' } })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await order({ file: 'refuse.jsonl' });
    const failed = await seen(client, ended);
    expect(failed.change).toMatchObject({ phase: 'FAILED', problem: 'LIST_FORMAT' });
    expect(listOf(failed, 'wanted')?.entries).toBe(1);
  });

  it('is gone after a restart, and leaves the old list and nothing aside', async () => {
    drop('new.jsonl', people(3));
    const client = await administrator();
    await client.watchlist.orderImport(WANTED);
    await seen(client, ended);
    const told = await journal();
    expect(told.some((entry) => entry.event === 'LIST_CHANGE_DISCARDED' && entry.actor === 'system')).toBe(true);
    const view = await seen(await administrator(), () => true);
    expect(view.change).toBeNull();
    expect(existsSync(join(directory, 'watchlist', 'aside'))).toBe(true);
    expect(readdirSync(join(directory, 'watchlist', 'aside'))).toEqual([]);
  });
});

describe('a list that came signed', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

  it('names its authority, and gives way to an unsigned file only by an exception that two people order', async () => {
    await booth.stop();
    writeFileSync(
      join(directory, 'settings.json'),
      JSON.stringify({ listAuthorities: [{ name: 'A08', publicKey: key }] }),
    );
    booth = await start();
    drop('rows', people(4));
    const said = { list: 'bans', kind: 'ENTRY_BAN', version: '7', base: null, sequence: 7, asOf: Date.now() } as const;
    const rows = join(directory, 'incoming', 'rows');
    const head = await signedHeader(rows, { ...said, authority: 'A08' }, privateKey);
    writeFileSync(join(directory, 'incoming', 'bans.package'), head + readFileSync(rows, 'utf8'));
    const client = await administrator();
    const order = { file: 'bans.package', format: 'package', as: null, exception: false };
    const signed = await client.watchlist.orderImport(order);
    expect((await seen(client, ended)).change).toMatchObject({ phase: 'READY', list: 'bans', signedBy: 'A08' });
    await client.watchlist.confirm({ ...signed, number: '0667', pin: '667000' });
    expect(listOf(await seen(client, () => true), 'bans')).toMatchObject({ signedBy: 'A08', sequence: 7 });
    drop('bans.jsonl', people(2));
    const unsigned = { file: 'bans.jsonl', format: 'jsonl', as: { list: 'bans', kind: 'ENTRY_BAN' } } as const;
    await client.watchlist.orderImport({ ...unsigned, exception: false });
    const refused = await seen(client, (view) => view.change?.file === 'bans.jsonl' && ended(view));
    expect(refused.change).toMatchObject({ phase: 'FAILED', problem: 'SIGNATURE_MISSING' });
    const anyway = await client.watchlist.orderImport({ ...unsigned, exception: true });
    await seen(client, (view) => view.change?.phase === 'READY' && view.change.exception);
    await client.watchlist.confirm({ ...anyway, number: '0667', pin: '667000' });
    expect(listOf(await seen(client, () => true), 'bans')).toMatchObject({ signedBy: null, entries: 2 });
  });
});

describe('the way back', () => {
  it('goes to the copy before, by two people', async () => {
    drop('new.jsonl', people(6));
    const client = await administrator();
    const imported = await client.watchlist.orderImport(WANTED);
    await seen(client, ended);
    await client.watchlist.confirm({ ...imported, number: '0667', pin: '667000' });
    const back = await client.watchlist.orderReturn({ list: 'wanted' });
    const ready = await seen(client, (view) => view.change?.what === 'RETURN');
    expect(ready.change).toMatchObject({ phase: 'READY', comparison: { oldEntries: 6, newEntries: 1 } });
    await client.watchlist.confirm({ ...back, number: '0301', pin: '135791' });
    expect(listOf(await seen(client, () => true), 'wanted')?.entries).toBe(1);
    const events = (await journal()).map((entry) => entry.event);
    expect(events).toContain('LIST_REVERTED');
  });

  it('is closed where there is no copy before', async () => {
    const client = await administrator();
    await expect(client.watchlist.orderReturn({ list: 'none' })).rejects.toMatchObject({ code: 'NO_SUCH_LIST' });
    await expect(client.watchlist.orderReturn({ list: 'wanted' })).rejects.toMatchObject({
      code: 'LISTS_FAILED',
      data: { code: 'LIST_NO_EARLIER_COPY' },
    });
  });
});
