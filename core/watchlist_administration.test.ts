import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdministeredBooth, ended, listOf, people, person, seen } from './testing/administered_booth.ts';

let booth: AdministeredBooth;
beforeEach(async () => {
  booth = new AdministeredBooth();
  await booth.start();
});
afterEach(() => booth.remove());

const WANTED_LIST = { list: 'wanted', kind: 'WANTED' } as const;
const WANTED = { file: 'new.jsonl', format: 'jsonl', as: WANTED_LIST, exception: false };

describe('a watchlist administrator', () => {
  it('leaves the lane locked, sees every list and no clearance', async () => {
    const client = await booth.administrator();
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
    const client = await booth.administrator();
    const answer = await client.watchlist.search({ name: 'quietman sam' });
    expect(answer.hits[0]).toMatchObject({ list: 'discreet', discreet: true, fields: expect.any(Array) });
    expect(answer).toMatchObject({ found: 1, lists: 5 });
    expect(answer.tookMs).toBeGreaterThanOrEqual(0);
    expect(await client.watchlist.search({ name: 'Zzyzx Qqqq' })).toMatchObject({ hits: [], found: 0 });
    const searches = (await booth.journal()).filter((entry) => entry.event === 'LIST_SEARCHED');
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
    const client = await booth.administrator();
    await expect(client.watchlist.search({ sex: 'M' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.watchlist.search({ name: 'Mẫu', birthDate: '1/2/1970' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('an import by two people', () => {
  it('comes into service only by the word of another person, and everyone is in the journal', async () => {
    booth.drop('new.jsonl', [...people(8), { id: 'bad' }]);
    const client = await booth.administrator();
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
    const told = (await booth.journal()).filter(
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
    booth.drop('new.jsonl', people(3));
    const client = await booth.administrator();
    const first = await client.watchlist.orderImport(WANTED);
    await expect(client.watchlist.orderImport(WANTED)).rejects.toMatchObject({ code: 'CHANGE_UNDER_WAY' });
    await seen(client, ended);
    await client.watchlist.discard(first);
    const discarded = await seen(client, ended);
    expect(discarded.change).toMatchObject({ phase: 'DISCARDED', endedBy: '0666' });
    expect(listOf(discarded, 'wanted')?.entries).toBe(1);
    expect(readdirSync(join(booth.directory, 'watchlist', 'aside'))).toEqual([]);
    const second = await client.watchlist.orderImport(WANTED);
    await seen(client, (view) => view.change?.phase === 'READY');
    await client.watchlist.confirm({ ...second, number: '0301', pin: '135791' });
    expect(listOf(await seen(client, () => true), 'wanted')?.entries).toBe(3);
  });

  it('is cancelled while it is being built', async () => {
    booth.drop('new.jsonl', people(60_000));
    const client = await booth.administrator();
    const { change } = await client.watchlist.orderImport(WANTED);
    const building = await seen(client, (view) => (view.change?.progress?.read ?? 0) > 0);
    expect(building.change?.phase).toBe('BUILDING');
    await client.watchlist.discard({ change });
    const after = await seen(client, () => true);
    expect(after.change).toMatchObject({ phase: 'DISCARDED', endedBy: '0666', problem: null });
    expect(listOf(after, 'wanted')?.entries).toBe(1);
    expect(readdirSync(join(booth.directory, 'watchlist', 'aside'))).toEqual([]);
  });

  it('takes files of the drop folder only, and a list keeps its kind', async () => {
    booth.drop('new.jsonl', people(1));
    booth.drop('refuse.jsonl', ['not an entry', 'nor this']);
    writeFileSync(join(booth.directory, 'outside.jsonl'), `${JSON.stringify(person('X', 'AUSSEN'))}\n`);
    const client = await booth.administrator();
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
    booth.drop('new.jsonl', people(3));
    const client = await booth.administrator();
    await client.watchlist.orderImport(WANTED);
    await seen(client, ended);
    const told = await booth.journal();
    expect(told.some((entry) => entry.event === 'LIST_CHANGE_DISCARDED' && entry.actor === 'system')).toBe(true);
    const view = await seen(await booth.administrator(), () => true);
    expect(view.change).toBeNull();
    expect(readdirSync(join(booth.directory, 'watchlist', 'aside'))).toEqual([]);
  });
});
