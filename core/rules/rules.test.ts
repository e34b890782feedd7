import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Rule, RuleSet } from '../domain/entry/rules.ts';
import { loadRules } from './load_rules.ts';
import { factsOf, readExamples } from './rule_examples.ts';

const FOLDER = join(import.meta.dirname, '../../resources/rules/vn');
const loaded = await loadRules(FOLDER, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const rules: RuleSet = loaded.value;
const examples = readExamples(FOLDER);
const all = Object.values(rules).filter(Array.isArray).flat() as Rule[];

describe('every rule', () => {
  it('has an example that it applies to and one that it does not, and no example is left over', () => {
    expect(Object.keys(examples.rules).sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it.each(Object.entries(examples.rules))('%s applies where its example says so', (id, { applies }) => {
    const verdict = evaluate(rules, factsOf(examples, applies));
    expect(verdict.ruleIds).toContain(id);
    expect(verdict).toMatchObject(applies.expect);
  });

  it.each(Object.entries(examples.rules))('%s gives something else in the case beside it', (id, { applies, not }) => {
    const verdict = evaluate(rules, factsOf(examples, not));
    expect(verdict).toMatchObject(not.expect);
    const here = evaluate(rules, factsOf(examples, applies));
    const same = verdict.outcome === here.outcome && verdict.stayUntil === here.stayUntil && verdict.tier === here.tier;
    expect([id, same && verdict.ruleIds.includes(id)]).toEqual([id, false]);
  });

  it('names the act and the article it stands on', () => {
    for (const { source } of all) expect(source.act.length * source.article.length).toBeGreaterThan(0);
  });
});

describe('a rule set', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'booth-rules-'));
    await cp(FOLDER, folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('bears the same version for the same files, and another for one changed letter', async () => {
    expect(await loadRules(folder, 'VNM')).toMatchObject({ value: { version: rules.version } });
    const file = join(folder, 'gates.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('2014-11-21', '2014-11-22'));
    const other = await loadRules(folder, 'VNM');
    expect(other.ok && other.value.version !== rules.version).toBe(true);
    await writeFile(file, text);
  });

  it.each([
    ['a wrong day', '2014-11-21', '2014-11-31'],
    ['an unknown field', '"gateKind"', '"gateKInd"'],
    ['an id used twice', 'gate.main', 'gate.auxiliary'],
  ])('with %s is refused whole', async (_what, from, to) => {
    const file = join(folder, 'gates.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(from, to));
    expect(await loadRules(folder, 'VNM')).toMatchObject({ ok: false, error: { code: 'RULES_INVALID' } });
    await writeFile(file, text);
  });

  it('that is not all there is named', async () => {
    await rm(join(folder, 'minors.json'));
    expect(await loadRules(folder, 'VNM')).toMatchObject({
      ok: false,
      error: { code: 'RULES_UNREADABLE', detail: 'minors.json: ENOENT' },
    });
  });
});
