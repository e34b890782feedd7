import { isDeepStrictEqual } from 'node:util';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Facts } from '../domain/entry/facts.ts';
import type { Verdict } from '../domain/entry/outcome.ts';
import { termsOf } from '../domain/entry/rule_terms.ts';
import type { Rule, RuleSet } from '../domain/entry/rules.ts';
import { factsOf, type RuleExample, type RuleExamples } from './rule_examples.ts';

/** All that a verdict says to a person: neither the names of the rules nor of the acts, which go with any row. */
function substance({ ruleIds: _ids, legalBasis: _basis, ...said }: Verdict): string {
  return JSON.stringify(said);
}

/** Columns that only say whom a row is for. */
const FOR_WHOM = ['group', 'who'];

/**
 * Whether a row carries no measure of its own: an order, a paper or a stay decides the case, and the row says on which law
 * that rests. Taking it away changes the legal basis and nothing else.
 */
export const isOnlySource = (row: Rule): boolean => termsOf(row).every(({ name }) => FOR_WHOM.includes(name));

const rowsOf = (rules: RuleSet): readonly Rule[] => Object.values(rules).filter(Array.isArray).flat() as Rule[];

/** The set of rules as if this one had never been written. */
function without(rules: RuleSet, id: string): RuleSet {
  const kept = Object.entries(rules).map(([name, table]) => [
    name,
    Array.isArray(table) ? table.filter((row: Rule) => row.id !== id) : table,
  ]);
  return Object.fromEntries(kept) as RuleSet;
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The facts, by their path, in which two cases differ. What only one of them has is one fact. */
function differing(one: unknown, other: unknown, path = ''): string[] {
  const rows = Array.isArray(one) && Array.isArray(other);
  if (
    !isGroup(one) ||
    !isGroup(other) ||
    Array.isArray(one) !== Array.isArray(other) ||
    (rows && one.length !== other.length)
  )
    return isDeepStrictEqual(one, other) ? [] : [path];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => differing(one[name], other[name], path === '' ? name : `${path}.${name}`));
}

/** Whether the verdict says what the example says, no more and no less. */
function isAsExpected({ outcome, stayUntil, tier, reasons }: Verdict, { expect }: RuleExample): boolean {
  return isDeepStrictEqual(
    { outcome, stayUntil, tier, reasons: [...reasons] },
    { outcome: expect.outcome, stayUntil: expect.stayUntil, tier: expect.tier, reasons: expect.reasons },
  );
}

function problemsOf(rules: RuleSet, examples: RuleExamples, row: Rule): string[] {
  const both = examples.rules[row.id];
  if (both === undefined) return ['has no example'];
  const cases: readonly [Facts, Facts] = [factsOf(examples, both.applies), factsOf(examples, both.not)];
  const judged = (set: RuleSet) => cases.map((facts) => evaluate(set, facts)) as [Verdict, Verdict];
  const [here, beside] = judged(rules);
  const bare = judged(without(rules, row.id));
  const told = isOnlySource(row) ? (one: Verdict) => JSON.stringify(one.legalBasis) : substance;
  const facts = differing(...cases);
  const held: readonly (readonly [boolean, string])[] = [
    [here.ruleIds.includes(row.id), 'does not apply where its example says so'],
    [isAsExpected(here, both.applies), 'its example comes out otherwise than written'],
    [isAsExpected(beside, both.not), 'the case beside it comes out otherwise than written'],
    [facts.length === 1, `its two cases differ in ${facts.length} facts: ${facts.join(', ')}`],
    [substance(here) !== substance(beside), 'its two cases come out alike'],
    [told(bare[0]) !== told(here) || told(bare[1]) !== told(beside), 'is not missed where it is taken away'],
    [row.source.act.trim() !== '' && row.source.article.trim() !== '', 'has no source'],
  ];
  return held.flatMap(([good, problem]) => (good ? [] : [problem]));
}

/**
 * What is wrong with the examples of a rule set, a line a problem. Each row needs a case to which it applies and one beside it
 * that differs in one fact and comes out otherwise; both are judged with the row and without it.
 */
export function exampleProblems(rules: RuleSet, examples: RuleExamples): readonly string[] {
  const rows = rowsOf(rules);
  const known = new Set(rows.map(({ id }) => id));
  return [
    ...Object.keys(examples.rules).flatMap((id) => (known.has(id) ? [] : [`${id}: is an example of no rule`])),
    ...rows.flatMap((row) => problemsOf(rules, examples, row).map((problem) => `${row.id}: ${problem}`)),
  ];
}
