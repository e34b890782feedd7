import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule, RuleSet } from '../domain/entry/rules.ts';
import { exampleProblems, isOnlySource } from './example_problems.ts';
import { loadRules } from './load_rules.ts';
import { type RuleExamples, readExamples } from './rule_examples.ts';

const FOLDER = join(import.meta.dirname, '../../resources/rules/vn');
const loaded = await loadRules(FOLDER, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const rules: RuleSet = loaded.value;
const examples = readExamples(FOLDER);
const rows = Object.values(rules).filter(Array.isArray).flat() as Rule[];

/** The examples with those of one rule changed. */
function changed(id: string, change: (of: RuleExamples['rules'][string]) => void): RuleExamples {
  const copy = structuredClone(examples);
  const both = copy.rules[id];
  if (both === undefined) throw new Error(`${id} has no example`);
  change(both);
  return copy;
}

/** A rule with a measure of its own, and one that only says on which law the verdict rests. */
const MEASURED = 'exemption.res-44-2025';
const SOURCE_ONLY = 'suspension.citizen.2';

describe('every rule', () => {
  it('has an example to which it applies and one beside it that comes out otherwise, and is missed in them', () => {
    expect(rows.length).toBeGreaterThan(80);
    expect(exampleProblems(rules, examples)).toEqual([]);
  });

  it('but a named few carries a measure that its examples miss', () => {
    expect(rows.filter(isOnlySource).map(({ id }) => id)).toEqual([
      'evisa.listed-gates',
      'evisa.res-127-2023',
      'evisa.res-389-2025',
      'visa.basis',
      'transit.area',
      ...[1, 2, 3, 4, 5, 6, 9].map((group) => `suspension.citizen.${group}`),
      'exit.citizen.destination',
      'exit.foreigner.stay',
    ]);
  });
});

describe.each([MEASURED, SOURCE_ONLY])('the check of examples finds, for %s,', (id) => {
  it.each<[string, (of: RuleExamples['rules'][string]) => void, string]>([
    [
      'an empty pair',
      (of) => {
        const empty = { base: 'foreigner-arrives', set: {}, expect: { outcome: 'clear' as const, reasons: [] } };
        Object.assign(of, { applies: empty, not: empty });
      },
      'differ in 0 facts',
    ],
    [
      'the same case twice',
      (of) => {
        of.not = of.applies;
      },
      'come out alike',
    ],
    [
      'a pair that comes out alike though a fact differs',
      (of) => {
        of.not = structuredClone(of.applies);
        of.not.set = { ...of.not.set, document: { ...(of.not.set.document as object | undefined), chip: true } };
      },
      'come out alike',
    ],
    [
      'two cases that have nothing to do with the rule',
      (of) => {
        of.applies = structuredClone(examples.rules['minor.citizen.departure']?.applies ?? of.applies);
        of.not = structuredClone(examples.rules['minor.citizen.departure']?.not ?? of.not);
      },
      'is not missed where it is taken away',
    ],
    [
      'a pair the wrong way round',
      (of) => {
        [of.applies, of.not] = [of.not, { ...of.applies, set: { ...of.applies.set, date: '2019-01-01' } }];
      },
      id,
    ],
    [
      'a result that is not said',
      (of) => {
        of.applies.expect.reasons = [...of.applies.expect.reasons, 'DOC_DAMAGED'];
      },
      'otherwise than written',
    ],
  ])('%s', (_what, change, problem) => {
    const found = exampleProblems(rules, changed(id, change));
    expect(found.every((line) => line.startsWith(`${id}: `))).toBe(true);
    expect(found.join('; ')).toContain(problem);
  });
});

describe('the check of examples finds', () => {
  it('a rule without one, and one without a rule', () => {
    const copy = structuredClone(examples);
    copy.rules['no.such-rule'] = copy.rules[MEASURED] as RuleExamples['rules'][string];
    delete copy.rules[MEASURED];
    expect(exampleProblems(rules, copy)).toEqual([
      'no.such-rule: is an example of no rule',
      `${MEASURED}: has no example`,
    ]);
  });

  it('a stay that the law gives and the example leaves out', () => {
    const silent = changed(MEASURED, (of) => {
      of.applies.expect.stayUntil = undefined;
    });
    expect(exampleProblems(rules, silent)).toEqual([`${MEASURED}: its example comes out otherwise than written`]);
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
