import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RulesView } from '../../../contract/rules_view.ts';
import type { Booth } from '../../booth.ts';
import { productTexts, shorterStays, signedRules, testAuthority } from '../../rules/testing/signed_rules.ts';
import { type Client, clientOf, signIn, startBooth, temporaryData } from '../../testing/desk.ts';

const authority = testAuthority();
let data: ReturnType<typeof temporaryData>;
let booth: Booth;

beforeEach(async () => {
  data = temporaryData();
  const ruleAuthorities = [{ name: authority.name, publicKey: authority.publicKey }];
  writeFileSync(join(data.directory, 'settings.json'), JSON.stringify({ ruleAuthorities }));
  mkdirSync(join(data.directory, 'incoming'));
  booth = await startBooth({ dataDirectory: data.directory });
});

afterEach(async () => {
  await booth.stop();
  data.remove();
});

async function at(number: string, pin: string, windowId = 'w1'): Promise<Client> {
  const client = clientOf(booth, windowId);
  await signIn(client, number, pin);
  return client;
}

const drop = (name: string, text: string) => writeFileSync(join(data.directory, 'incoming', name), text);

async function seenRules(client: Client, until: (view: RulesView) => boolean): Promise<RulesView> {
  for await (const view of await client.rules.watch()) if (until(view)) return view;
  throw new Error('the window was locked');
}
const now = (client: Client) => seenRules(client, () => true);

it('comes into force by two persons, one of them a head of unit, and goes back by two', async () => {
  const admin = await at('0666', '666000');
  const first = (await now(admin)).inForce?.version;
  drop('law.rules', signedRules(await shorterStays(), authority));
  expect((await admin.rules.incoming()).files.map(({ file }) => file)).toEqual(['law.rules']);
  const { version } = await admin.rules.takeIn({ file: 'law.rules' });
  expect((await now(admin)).inForce?.version).toBe(first);
  const { change } = await admin.rules.order({ version });
  await expect(admin.rules.order({ version })).rejects.toMatchObject({ code: 'CHANGE_UNDER_WAY' });

  const confirm = (number: string, pin: string) => admin.rules.confirm({ change, number, pin });
  await expect(confirm('0666', '666000')).rejects.toMatchObject({ code: 'SAME_PERSON' });
  await expect(confirm('0667', '667000')).rejects.toMatchObject({ code: 'NOT_HEAD_OF_UNIT' });
  await expect(confirm('0200', '111111')).rejects.toMatchObject({ code: 'LOGIN_WRONG' });
  expect((await now(admin)).inForce?.version).toBe(first);
  await confirm('0200', '200200');
  const after = await now(admin);
  expect(after).toMatchObject({
    inForce: { version, signedBy: authority.name, put: { by: '0666', second: '0200' } },
    before: { version: first },
    order: { phase: 'DONE', endedBy: '0200' },
    waiting: [],
  });
  await expect(confirm('0200', '200200')).rejects.toMatchObject({ code: 'NO_SUCH_CHANGE' });

  const back = await admin.rules.order({ version: null });
  await admin.rules.confirm({ change: back.change, number: '0200', pin: '200200' });
  expect((await now(admin)).inForce?.version).toBe(first);
});

it('a head of unit may order and never confirms the own order', async () => {
  const head = await at('0200', '200200');
  drop('law.rules', signedRules(await shorterStays(), authority));
  const { version } = await head.rules.takeIn({ file: 'law.rules' });
  const { change } = await head.rules.order({ version });
  await expect(head.rules.confirm({ change, number: '0200', pin: '200200' })).rejects.toMatchObject({
    code: 'SAME_PERSON',
  });
  await head.rules.discard({ change });
  await expect(head.rules.discard({ change })).rejects.toMatchObject({ code: 'NO_SUCH_CHANGE' });
  expect((await now(head)).order?.phase).toBe('DISCARDED');
});

it('refuses an unsigned package with its reason, and nothing changes', async () => {
  const admin = await at('0666', '666000');
  const before = await now(admin);
  drop('law.rules', signedRules(await productTexts(), { name: authority.name, key: null }));
  await expect(admin.rules.takeIn({ file: 'law.rules' })).rejects.toMatchObject({
    code: 'RULES_FAILED',
    data: { code: 'SIGNATURE_MISSING' },
  });
  await expect(admin.rules.takeIn({ file: 'absent.rules' })).rejects.toMatchObject({ code: 'RULES_FAILED' });
  expect(await now(admin)).toEqual(before);
});

it('an auditor sees the law and its rows, and changes nothing; an officer sees neither', async () => {
  const auditor = await at('0777', '777000');
  const { inForce, mayChange, tables } = await now(auditor);
  expect(mayChange).toBe(false);
  const version = inForce?.version ?? '';
  for (const { table, rows } of tables)
    expect((await auditor.rules.browse({ version, table })).rules).toHaveLength(rows);
  await expect(auditor.rules.browse({ version, table: 'version' })).rejects.toMatchObject({ code: 'RULES_FAILED' });
  await expect(auditor.rules.incoming()).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  await expect(auditor.rules.order({ version })).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
  const officer = await at('0412', '246810', 'w2');
  await expect(officer.rules.browse({ version, table: 'gates' })).rejects.toMatchObject({ code: 'ROLE_FORBIDDEN' });
});

it('rehearses beside the lane, once at a time, and writes down that it did', async () => {
  const admin = await at('0666', '666000');
  const version = (await now(admin)).inForce?.version ?? '';
  await admin.rules.rehearse({ version, last: 1000 });
  const { rehearsal } = await seenRules(admin, (view) => view.rehearsal?.phase === 'DONE');
  expect(rehearsal).toMatchObject({ version, by: '0666', sums: { differ: 0 }, found: [] });
  await expect(admin.rules.rehearse({ version: 'ffffffffffffffff', last: 1 })).rejects.toMatchObject({
    code: 'RULES_FAILED',
  });
});
