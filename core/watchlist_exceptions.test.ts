import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exclusion } from './domain/screening/exclusion.ts';
import { signedHeader } from './sync/sign_package.ts';
import { AdministeredBooth, ended, listOf, people, seen } from './testing/administered_booth.ts';

let booth: AdministeredBooth;
beforeEach(async () => {
  booth = new AdministeredBooth();
  await booth.start();
});
afterEach(() => booth.remove());

const WANTED_LIST = { list: 'wanted', kind: 'WANTED' } as const;
const WANTED = { file: 'new.jsonl', format: 'jsonl', as: WANTED_LIST, exception: false };

describe('a list that came signed', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

  it('names its authority, and gives way to an unsigned file only by an exception that two people order', async () => {
    const settings = { listAuthorities: [{ name: 'A08', publicKey: key }] };
    await booth.atRest(async () => writeFileSync(join(booth.directory, 'settings.json'), JSON.stringify(settings)));
    booth.drop('rows', people(4));
    const said = { list: 'bans', kind: 'ENTRY_BAN', version: '7', base: null, sequence: 7, asOf: Date.now() } as const;
    const rows = join(booth.directory, 'incoming', 'rows');
    const head = await signedHeader(rows, { ...said, authority: 'A08' }, privateKey);
    writeFileSync(join(booth.directory, 'incoming', 'bans.package'), head + readFileSync(rows, 'utf8'));
    const client = await booth.administrator();
    const order = { file: 'bans.package', format: 'package', as: null, exception: false };
    const signed = await client.watchlist.orderImport(order);
    expect((await seen(client, ended)).change).toMatchObject({ phase: 'READY', list: 'bans', signedBy: 'A08' });
    await client.watchlist.confirm({ ...signed, number: '0667', pin: '667000' });
    expect(listOf(await seen(client, () => true), 'bans')).toMatchObject({ signedBy: 'A08', sequence: 7 });
    booth.drop('bans.jsonl', people(2));
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
    booth.drop('new.jsonl', people(6));
    const client = await booth.administrator();
    const imported = await client.watchlist.orderImport(WANTED);
    await seen(client, ended);
    await client.watchlist.confirm({ ...imported, number: '0667', pin: '667000' });
    const back = await client.watchlist.orderReturn({ list: 'wanted' });
    const ready = await seen(client, (view) => view.change?.what === 'RETURN');
    expect(ready.change).toMatchObject({ phase: 'READY', comparison: { oldEntries: 6, newEntries: 1 } });
    await client.watchlist.confirm({ ...back, number: '0301', pin: '135791' });
    expect(listOf(await seen(client, () => true), 'wanted')?.entries).toBe(1);
    const events = (await booth.journal()).map((entry) => entry.event);
    expect(events).toContain('LIST_REVERTED');
  });

  it('is closed where there is no copy before', async () => {
    const client = await booth.administrator();
    await expect(client.watchlist.orderReturn({ list: 'none' })).rejects.toMatchObject({ code: 'NO_SUCH_LIST' });
    await expect(client.watchlist.orderReturn({ list: 'wanted' })).rejects.toMatchObject({
      code: 'LISTS_FAILED',
      data: { code: 'LIST_NO_EARLIER_COPY' },
    });
  });
});

describe('a decision "not the same person"', () => {
  const told: Exclusion = {
    id: '5f0c1d5e-9d11-4a52-8a3c-6f1f0d6b7a10',
    list: 'exit-suspension',
    entryId: 'TH-1',
    entryDigest: 'd',
    matchClass: 'POSSIBLE',
    decidedAt: Date.UTC(2026, 10, 1),
    decidedBy: '0412',
    confirmedBy: null,
    lastDay: '2099-01-01',
    recordNumber: 'A07-000001',
  };

  it('is shown without its traveller, taken back with a reason, and proven', async () => {
    await booth.inTheStore((storage) =>
      storage.records.commit({
        exclusions: [{ kind: 'RECORD', documentKey: 'UTO:L898902C3', exclusion: told }],
        entries: [
          {
            event: 'EXCLUSION_RECORDED',
            at: told.decidedAt,
            actor: '0412',
            terminal: 'A07',
            clearance: null,
            data: { exclusion: told.id },
          },
        ],
      }),
    );
    const client = await booth.administrator();
    const [shown, ...others] = await client.watchlist.exclusions();
    expect(others).toEqual([]);
    expect(shown).toEqual({
      id: told.id,
      list: 'exit-suspension',
      entry: 'TH-1',
      matchClass: 'POSSIBLE',
      decidedAt: told.decidedAt,
      decidedBy: '0412',
      confirmedBy: null,
      lastDay: '2099-01-01',
      runOut: false,
    });
    const undo = () => client.watchlist.undoExclusion({ exclusion: told.id, reason: 'ANSWERED_WRONGLY' });
    await undo();
    expect(await client.watchlist.exclusions()).toEqual([]);
    await expect(undo()).rejects.toMatchObject({ code: 'NO_SUCH_EXCLUSION' });
    const undone = (await booth.journal()).find((entry) => entry.event === 'EXCLUSION_UNDONE');
    expect(undone).toMatchObject({ actor: '0666', data: { exclusion: told.id, reason: 'ANSWERED_WRONGLY' } });
    expect(await booth.inTheStore((storage) => storage.records.verifyJournal())).toMatchObject({ ok: true });
  });
});
