import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Facts } from '../domain/entry/facts.ts';
import { openStorage, type Storage } from '../storage/open_storage.ts';
import { temporaryDirectory } from '../storage/testing/temporary_store.ts';
import { systemIds } from '../system_ports.ts';
import { HandClock } from '../testing/hand_clock.ts';
import { KeptRules } from './rule_snapshots.ts';
import { productTexts, shorterStays, signedRules, testAuthority } from './testing/signed_rules.ts';

const authority = testAuthority();
const AUTHORITIES = [{ name: authority.name, publicKey: authority.publicKey }];

let directory = temporaryDirectory();
let storage: Storage;
let file: string;
const clock = new HandClock();

beforeEach(async () => {
  directory = temporaryDirectory();
  file = join(directory.path, 'law.rules');
  const opened = await openStorage({
    directory: directory.path,
    key: new Uint8Array(32).fill(7),
    clock,
    ids: systemIds,
    terminal: 'A07',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  storage = opened.value;
});

afterEach(async () => {
  await storage.close();
  directory.remove();
});

const open = (authorities = AUTHORITIES) =>
  KeptRules.open({
    directory: directory.path,
    state: 'VNM',
    authorities,
    records: storage.records,
    clock,
    terminal: 'A07',
  });

async function take(rules: KeptRules, text: string): Promise<string> {
  await writeFile(file, text);
  const taken = await rules.takeIn(file);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.version;
}

const events = async () => {
  const entries = await storage.records.exportJournal(1, 100);
  return entries.ok ? entries.value.map(({ event }) => event) : [];
};

const FRENCH: Facts = {
  direction: 'arrival',
  date: '2026-12-10',
  gateKind: 'airport',
  person: { nationality: 'FRA', birthDate: '1980-01-01' },
  document: { kind: 'ordinary-passport', issued: '2024-01-01', expires: '2034-01-01' },
  basis: { exemption: { kind: 'unilateral-exemption', purpose: 'tourism' } },
  history: [],
};

it("begins with the product's own law, keeps it, and says so once", async () => {
  const rules = await open();
  const { inForce, before, waiting } = rules.status();
  expect([inForce?.signedBy, before, waiting]).toEqual([null, null, []]);
  expect(await readdir(join(directory.path, 'rules'))).toEqual([`${inForce?.version}.rules`]);
  await open();
  expect(await events()).toEqual(['RULES_FOUND']);
});

it('judges by the new law once two persons have put it in force, and by the one before after a return', async () => {
  const rules = await open();
  const first = rules.status().inForce?.version;
  const version = await take(rules, signedRules(await shorterStays(), authority));
  expect(rules.current()?.rules.version).toBe(first);
  expect(rules.status().waiting.map((one) => one.version)).toEqual([version]);
  expect(await rules.activate(version, '0666', '0200')).toMatchObject({ ok: true, value: { version } });
  expect(rules.current()).toMatchObject({ signedBy: authority.name, rules: { version } });

  const again = await open();
  expect(again.status()).toMatchObject({ inForce: { version, put: { by: '0666', second: '0200' } }, waiting: [] });
  expect(again.status().before?.version).toBe(first);
  expect(await again.goBack('0666', '0200')).toMatchObject({ ok: true, value: { version: first } });
  expect((await open()).current()?.rules.version).toBe(first);
  expect(await events()).toEqual(['RULES_FOUND', 'RULES_TAKEN_IN', 'RULES_ACTIVATED', 'RULES_RETURNED']);
});

it('judges the crossing of a day by the rows of that day, whichever day it is judged on', async () => {
  const rules = await open();
  const old = rules.current()?.rules;
  const version = await take(rules, signedRules(await shorterStays('2026-12-05'), authority));
  await rules.activate(version, '0666', '0200');
  const now = rules.current()?.rules;
  if (!old || !now) throw new Error('no law');
  const yesterday = { ...FRENCH, date: '2026-12-04' };
  expect(evaluate(now, yesterday)).toEqual(evaluate(old, yesterday));
  expect(evaluate(old, FRENCH).stayUntil).toBe('2027-01-23');
  expect(evaluate(now, FRENCH).stayUntil).toBe('2027-01-08');
});

it('keeps the law in force when a package is refused, and writes the refusal down', async () => {
  const rules = await open();
  const before = rules.status();
  for (const text of ['', '{"rules":1}\n', signedRules(await shorterStays(), testAuthority())]) {
    await writeFile(file, text);
    expect((await rules.takeIn(file)).ok).toBe(false);
  }
  expect(rules.status()).toEqual(before);
  expect(await events()).toEqual(['RULES_FOUND', 'RULES_REFUSED', 'RULES_REFUSED', 'RULES_REFUSED']);
});

it('refuses an older law, one made to follow another, and what nobody took in', async () => {
  const rules = await open();
  const version = await take(rules, signedRules(await shorterStays(), authority, { issued: 2000 }));
  await rules.activate(version, '0666', '0200');
  const before = rules.status();
  await writeFile(file, signedRules(await shorterStays('2027-01-01'), authority, { issued: 1000 }));
  expect(await rules.takeIn(file)).toMatchObject({ error: { code: 'RULES_OLDER' } });
  expect(rules.status()).toEqual(before);
  const strange = signedRules(await shorterStays('2027-02-01'), authority, { issued: 3000, base: '0123456789abcdef' });
  expect(await rules.activate(await take(rules, strange), '0666', '0200')).toMatchObject({
    error: { code: 'RULES_BASE_OTHER' },
  });
  expect(await rules.activate('ffffffffffffffff', '0666', '0200')).toMatchObject({ error: { code: 'RULES_UNKNOWN' } });
  expect(rules.current()?.rules.version).toBe(version);
});

it('refuses an older law that was taken in before the newer one came into force', async () => {
  const rules = await open();
  const older = await take(rules, signedRules(await shorterStays('2027-01-01'), authority, { issued: 1000 }));
  const newer = await take(rules, signedRules(await shorterStays(), authority, { issued: 2000 }));
  expect(rules.status().waiting.map(({ version }) => version)).toEqual([newer, older]);
  await rules.activate(newer, '0666', '0200');
  expect(rules.status().waiting).toEqual([]);
  expect(await rules.activate(older, '0666', '0200')).toMatchObject({ error: { code: 'RULES_OLDER' } });
});

it('refuses a law after the moment by which it was to be used, also where it was taken in before', async () => {
  const useBy = clock.now() + 1000;
  const rules = await open();
  const text = signedRules(await shorterStays(), authority, { useBy });
  const version = await take(rules, text);
  clock.advance(2000);
  expect(await rules.activate(version, '0666', '0200')).toMatchObject({ error: { code: 'RULES_EXPIRED' } });
  expect(rules.status().waiting).toEqual([]);
  await writeFile(file, text);
  expect(await rules.takeIn(file)).toMatchObject({ error: { code: 'RULES_EXPIRED' } });
  // The moment is under the signature.
  await writeFile(file, text.replace(String(useBy), String(useBy + 1_000_000)));
  expect(await rules.takeIn(file)).toMatchObject({ error: { code: 'SIGNATURE_WRONG' } });
});

it('does not put in force what an authority signed that may sign no more', async () => {
  const version = await take(await open(), signedRules(await shorterStays(), authority));
  const later = await open([]);
  expect(await later.activate(version, '0666', '0200')).toMatchObject({
    error: { code: 'SIGNATURE_UNKNOWN_AUTHORITY' },
  });
});

it('passes a damaged copy over for the one before, and says so', async () => {
  const rules = await open();
  const first = rules.status().inForce?.version;
  const version = await take(rules, signedRules(await shorterStays(), authority));
  await rules.activate(version, '0666', '0200');
  const kept = join(directory.path, 'rules', `${version}.rules`);
  const text = await readFile(kept, 'utf8');
  await writeFile(kept, text.replace('\\"days\\":30', '\\"days\\":90'));
  const after = await open();
  expect(after.current()?.rules.version).toBe(first);
  expect(after.status().problem).toBe('RULES_DAMAGED');
  await writeFile(kept, text);
  expect((await open()).status()).toMatchObject({ inForce: { version }, problem: null });
});

it('takes a file of the drop folder by its name, and no other', async () => {
  const rules = await open();
  await mkdir(join(directory.path, 'incoming'), { recursive: true });
  await writeFile(join(directory.path, 'incoming', 'law.rules'), signedRules(await shorterStays(), authority));
  await writeFile(join(directory.path, 'incoming', 'people.jsonl'), '{"id":"P1"}\n');
  const found = await rules.incoming();
  expect(found.ok && found.value.map((one) => one.file)).toEqual(['law.rules']);
  expect(await rules.takeInFile('people.jsonl')).toMatchObject({ error: { code: 'RULES_UNREADABLE' } });
  expect(await rules.takeInFile('../rules/x')).toMatchObject({ error: { code: 'RULES_UNREADABLE' } });
  expect((await rules.takeInFile('law.rules')).ok).toBe(true);
});

it('lets an authority put its name under the very tables of the product', async () => {
  const rules = await open();
  const version = await take(rules, signedRules(await productTexts(), authority));
  expect(await rules.activate(version, '0666', '0200')).toMatchObject({ ok: true });
  expect(rules.current()).toMatchObject({ signedBy: authority.name, rules: { version } });
  expect(rules.status().before).toBeNull();
});
