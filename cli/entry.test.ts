import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadRules } from '../core/rules/load_rules.ts';
import { PRODUCT_RULES, shorterStays, signedRules, testAuthority } from '../core/rules/testing/signed_rules.ts';
import { temporaryDirectory } from '../core/storage/testing/temporary_store.ts';
import { openRules } from './open_rules.ts';
import { openStore, systemEnvironment } from './open_store.ts';
import { runBooth } from './testing/command_line.ts';

// Each test runs the command, a process each.
vi.setConfig({ testTimeout: 60_000 });

/** Runs the command on these lines. */
async function run(args: readonly string[], input: string | Buffer) {
  const running = runBooth(['entry', ...args]);
  running.child.stdin.end(input);
  return running.ended;
}

const crossing = {
  id: 'a',
  direction: 'arrival',
  date: '2026-11-22',
  person: { nationality: 'JPN', birthDate: '1988-04-12' },
  document: { kind: 'ordinary-passport', expires: '2034-01-09' },
};

describe('booth entry evaluate', () => {
  it('answers each crossing with a line', async () => {
    const lines = [crossing, { ...crossing, id: 'b', person: { nationality: 'IND', birthDate: '1988-04-12' } }];
    const { code, stdout } = await run(['evaluate'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', outcome: 'clear', stayUntil: '2027-01-05', ruleIds: ['exemption.res-44-2025'] },
      {
        id: 'b',
        outcome: 'propose-refusal',
        decider: 'HEAD_OF_UNIT',
        reasons: ['LEGAL_NO_VISA'],
        missingFacts: ['basis'],
      },
    ]);
  });

  it('says on standard error whose rules they were, and nothing but verdicts on standard output', async () => {
    const { code, stdout, stderr } = await run(['evaluate'], `\n${JSON.stringify(crossing)}\n\n`);
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 1]);
    expect(Object.keys(JSON.parse(stdout))).toEqual(['id', 'outcome', 'stayUntil', 'legalBasis', 'reasons', 'ruleIds']);
    const loaded = await loadRules(PRODUCT_RULES, 'VNM');
    expect(stderr).toBe(`judged by rules ${loaded.ok && loaded.value.version} (the tables of the product): 1 line\n`);
  });

  it('takes what is absent or null for unknown, and names the facts that could change the answer', async () => {
    const bare = { id: 'c', direction: 'arrival', date: '2026-11-22', person: { nationality: 'POL' } };
    const input = [
      { ...bare, document: { kind: 'ordinary-passport' } },
      { ...bare, document: { kind: 'ordinary-passport', expires: null }, basis: null, history: null },
    ];
    const { code, stdout } = await run(['evaluate'], input.map((one) => JSON.stringify(one)).join('\n'));
    const [first, second] = stdout.trim().split('\n');
    expect(code).toBe(0);
    expect(first).toBe(second);
    const missing = JSON.parse(first ?? '').missingFacts;
    expect(missing).toEqual(['document.expires', 'person.birthDate']);
  });

  it('passes over what is no fact and says where it stood, without what stood there', async () => {
    const given = { ...crossing, colour: 'blue', document: { ...crossing.document, expiry: 'Nguyen' } };
    const { code, stdout, stderr } = await run(['evaluate'], JSON.stringify(given));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse((await run(['evaluate'], JSON.stringify(crossing))).stdout));
    expect(stderr).toContain('not looked at: document.expiry, colour');
    expect(stderr).not.toMatch(/blue|Nguyen/);
  });

  it('answers the lines before one that cannot be read, and ends with it', async () => {
    const { code, stdout, stderr } = await run(
      ['evaluate'],
      `${JSON.stringify(crossing)}\n{\n${JSON.stringify(crossing)}\n`,
    );
    expect([code, stdout.trim().split('\n').length, stderr]).toEqual([2, 1, 'booth: line 2: is not JSON\n']);
  });

  it.each([
    ['no JSON', '{', 'line 1: is not JSON'],
    [
      'a wrong day',
      JSON.stringify({ ...crossing, date: '2026-02-30' }),
      'line 1: date: a day of the calendar as YYYY-MM-DD',
    ],
    ['nothing at all', '', 'there is no crossing in the input'],
    ['empty lines only', '\n \n', 'there is no crossing in the input'],
    ['a list', '[]', 'line 1: the line'],
    ['a crossing without a direction', JSON.stringify({ ...crossing, direction: undefined }), 'line 1: direction'],
    ['a crossing of nobody', JSON.stringify({ ...crossing, person: undefined }), 'line 1: person'],
    ['a document of no kind', JSON.stringify({ ...crossing, document: {} }), 'line 1: document.kind'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'line 1 is not UTF-8'],
    ['a line without an end', `{"id":"${'x'.repeat(2 << 20)}"}`, 'line 1 is too long'],
    ['a place of its own for a kind of gate', JSON.stringify({ ...crossing, gateKind: 'moon' }), 'line 1: gateKind'],
  ])('refuses %s with one line', async (_what, text, said) => {
    const { code, stdout, stderr } = await run(['evaluate'], text);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says how it is used', async () => {
    expect(await run([], '')).toMatchObject({ code: 2 });
    expect(await run(['evaluate', '/nonexistent/file'], '')).toMatchObject({ code: 2 });
    expect(await run(['evaluate', 'one', 'two'], '')).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['evaluate', '--rules', 'x'], '')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('booth entry evaluate --data', () => {
  const authority = testAuthority();
  let directory = temporaryDirectory();
  const data = () => join(directory.path, 'data');
  const judged = (date: string) => run(['evaluate', '--data', data()], JSON.stringify({ ...crossing, date }));

  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => directory.remove());

  /** A booth in which two persons have put a law of thirty days in force. */
  async function withShorterStays(): Promise<string> {
    const environment = await systemEnvironment();
    mkdirSync(data(), { mode: 0o700 });
    const ruleAuthorities = [{ name: authority.name, publicKey: authority.publicKey }];
    writeFileSync(join(data(), 'settings.json'), JSON.stringify({ ruleAuthorities }));
    const storage = await openStore(data(), environment, true);
    if (!storage.ok) throw new Error(storage.error);
    const rules = await openRules(data(), storage.value, environment);
    if (!rules.ok) throw new Error(rules.error);
    const file = join(directory.path, 'law.rules');
    writeFileSync(file, signedRules(await shorterStays('2026-11-20'), authority));
    const taken = await rules.value.takeIn(file);
    const put = taken.ok ? await rules.value.activate(taken.value.version, '0666', '0200') : taken;
    await storage.value.close();
    if (!put.ok) throw new Error(put.error.code);
    return put.value.version;
  }

  it('judges by the rules in force in that data folder, each day by its own, and names them', async () => {
    const version = await withShorterStays();
    const today = await judged('2026-11-22');
    expect(today).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`judged by rules ${version} (in force in`),
    });
    expect(today.stderr).toContain(`signed by ${authority.name}`);
    expect(JSON.parse(today.stdout)).toMatchObject({
      stayUntil: '2026-12-21',
      ruleIds: ['exemption.res-44-2025.30'],
    });
    const before = await judged('2026-11-19');
    expect(JSON.parse(before.stdout)).toMatchObject({ stayUntil: '2027-01-02', ruleIds: ['exemption.res-44-2025'] });
    const product = await run(['evaluate'], JSON.stringify(crossing));
    expect(JSON.parse(product.stdout)).toMatchObject({ stayUntil: '2027-01-05' });
  });

  it('says where the rules that should be in force are damaged, and judges by those before', async () => {
    const version = await withShorterStays();
    const kept = join(data(), 'rules', `${version}.rules`);
    writeFileSync(kept, readFileSync(kept, 'utf8').slice(0, -50));
    const { code, stdout, stderr } = await judged('2026-11-22');
    expect([code, JSON.parse(stdout).stayUntil]).toEqual([0, '2027-01-05']);
    expect(stderr).toContain('what should be in force is not: RULES_DAMAGED');
  });

  it('makes nothing where there is no booth', async () => {
    expect(await judged('2026-11-22')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('STORE_ABSENT'),
    });
    expect(existsSync(data())).toBe(false);
  });
});
