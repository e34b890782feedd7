import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PRODUCT_RULES, shorterStays } from '../core/rules/testing/signed_rules.ts';
import { temporaryDirectory } from '../core/storage/testing/temporary_store.ts';
import { runBooth } from './testing/command_line.ts';

// Each test runs the command several times, a process each.
vi.setConfig({ testTimeout: 120_000 });

let directory = temporaryDirectory();
const at = (...names: string[]) => join(directory.path, ...names);
const rules = (...args: string[]) => runBooth(['rules', ...args]).ended;
const signed = (folder: string, ...more: string[]) =>
  rules('sign', folder, '--key', at('A08.pem'), '--out', at('law.rules'), ...more);

/** Writes the law with shorter stays as a folder of tables. */
async function shorterFolder(): Promise<string> {
  mkdirSync(at('tables'));
  for (const [name, text] of Object.entries(await shorterStays())) writeFileSync(at('tables', `${name}.json`), text);
  return at('tables');
}

beforeEach(() => {
  directory = temporaryDirectory();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(at('A08.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
  mkdirSync(at('data'), { mode: 0o700 });
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  writeFileSync(at('data', 'settings.json'), JSON.stringify({ ruleAuthorities: [{ name: 'A08', publicKey: key }] }));
});
afterEach(() => directory.remove());

test('a law is signed, taken in, waits for its two persons and is rehearsed; it is never put in force here', async () => {
  const made = await signed(await shorterFolder(), '--issued', '2026-11-01T00:00:00Z');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { version } = JSON.parse(made.stdout);
  expect(JSON.parse(made.stdout)).toMatchObject({ authority: 'A08', state: 'VNM', issued: Date.UTC(2026, 10, 1) });
  const taken = await rules('import', at('law.rules'), '--data', at('data'));
  expect([taken.code, JSON.parse(taken.stdout)]).toMatchObject([0, { version, signedBy: 'A08', state: 'WAITING' }]);
  const status = JSON.parse((await rules('status', '--data', at('data'))).stdout);
  expect(status).toMatchObject({ inForce: { signedBy: null }, waiting: [{ version }], problem: null });
  expect(status.inForce.version).not.toBe(version);
  const rehearsed = await rules('rehearse', version, '--data', at('data'));
  expect([rehearsed.code, JSON.parse(rehearsed.stdout)]).toMatchObject([
    0,
    { summary: { version, inForce: status.inForce.version, read: 0, differ: 0 } },
  ]);
  expect(await rules('activate', version, '--data', at('data'))).toMatchObject({ code: 2, stdout: '' });
});

test('a law changed after it was signed, and one of an authority nobody knows, are refused and change nothing', async () => {
  await signed(PRODUCT_RULES);
  const text = readFileSync(at('law.rules'), 'utf8');
  const take = () => rules('import', at('law.rules'), '--data', at('data'));
  writeFileSync(at('law.rules'), text.replace('\\"days\\": 45', '\\"days\\": 90'));
  expect(readFileSync(at('law.rules'), 'utf8')).not.toBe(text);
  expect(await take()).toMatchObject({ code: 2, stdout: '' });
  await signed(PRODUCT_RULES, '--authority', 'A09');
  expect(await take()).toMatchObject({ code: 2, stderr: expect.stringContaining('SIGNATURE_UNKNOWN_AUTHORITY') });
  const status = JSON.parse((await rules('status', '--data', at('data'))).stdout);
  expect(status).toMatchObject({ inForce: { signedBy: null }, waiting: [] });
});

test.each([
  [[], /usage/],
  [['frobnicate'], /usage/],
  [['import'], /usage/],
  [['status', 'more'], /usage/],
  [['status', '--nonsense'], /usage/],
  [['sign', PRODUCT_RULES], /--out/],
  [['sign', PRODUCT_RULES, '--out', 'x', '--key', 'absent.pem'], /--key/],
  [['import', 'absent.rules'], /RULES_UNREADABLE/],
  [['rehearse', 'ffffffffffffffff'], /RULES_UNKNOWN/],
  [['rehearse', 'ffffffffffffffff', '--last', 'all'], /whole numbers/],
] as const)('rules %j ends with 2 and one line', async (args, line) => {
  // A data folder, so that the wrong use is the only thing that is wrong.
  if (args[0] === 'rehearse') await rules('import', 'absent.rules', '--data', at('data'));
  const ended = await rules(...args, '--data', at('data'));
  expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(line) });
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});
