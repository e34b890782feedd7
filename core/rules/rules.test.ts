import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Facts } from '../domain/entry/facts.ts';
import type { Rule, RuleSet } from '../domain/entry/rules.ts';
import { loadRules } from './load_rules.ts';
import { factsOf, readExamples } from './rule_examples.ts';

const FOLDER = join(import.meta.dirname, '../../resources/rules/vn');
const loaded = await loadRules(FOLDER, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const rules: RuleSet = loaded.value;
const examples = readExamples(FOLDER);
const all = Object.values(rules).filter(Array.isArray).flat() as Rule[];

/** The set of rules as if this one had never been written. */
function without(id: string): RuleSet {
  const kept = Object.entries(rules).map(([name, table]) => [
    name,
    Array.isArray(table) ? table.filter((row: Rule) => row.id !== id) : table,
  ]);
  return Object.fromEntries(kept) as RuleSet;
}

/** All that a verdict says but the names of the rules, which go with the rule itself. */
function saidBy(set: RuleSet, facts: Facts) {
  const { ruleIds: _ids, ...said } = evaluate(set, facts);
  return said;
}

/** The rows of these tables carry no measure of their own that a case needs: they say on which law the verdict rests. */
const isOnlySource = (id: string) =>
  [rules.visas, rules.electronicVisas, rules.transit, rules.exitConditions, rules.exitSuspensions]
    .flat()
    .some((row) => row.id === id);

/** The facts, by their path, in which two cases differ. What only one of them has is one fact. */
function differing(one: unknown, other: unknown, path = ''): string[] {
  if (!isGroup(one) || !isGroup(other)) return isDeepStrictEqual(one, other) ? [] : [path];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => differing(one[name], other[name], path === '' ? name : `${path}.${name}`));
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

  it.each(Object.entries(examples.rules))('%s has two cases that differ in one fact', (id, { applies, not }) => {
    expect([id, differing(factsOf(examples, applies), factsOf(examples, not))]).toEqual([id, [expect.any(String)]]);
  });

  it.each(Object.entries(examples.rules))('%s is missed where it is taken away', (id, { applies, not }) => {
    const cases = [applies, not].map((one) => factsOf(examples, one));
    const [withIt, withoutIt] = [rules, without(id)].map((set) => cases.map((facts) => saidBy(set, facts)));
    expect(withoutIt).not.toEqual(withIt);
    if (isOnlySource(id)) return;
    const bare = (said: typeof withIt) => said?.map(({ legalBasis: _basis, ...more }) => more);
    expect(bare(withoutIt)).not.toEqual(bare(withIt));
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
