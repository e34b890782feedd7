import { expect, it } from 'vitest';
import { loadRules, ruleSetOf } from '../../rules/load_rules.ts';
import { PRODUCT_RULES, productTexts, shorterStays } from '../../rules/testing/signed_rules.ts';
import { evaluate } from '../entry/evaluate.ts';
import type { Facts } from '../entry/facts.ts';
import type { RuleSet } from '../entry/rules.ts';
import { type CrossingDifference, compareVerdicts } from './crossing_difference.ts';
import { lawChanges } from './law_changes.ts';

const loaded = await loadRules(PRODUCT_RULES, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const product = loaded.value;

const FACTS: Facts = {
  direction: 'arrival',
  date: '2026-12-03',
  person: { nationality: 'FRA', birthDate: '1980-01-01' },
  document: { kind: 'ordinary-passport', expires: '2034-01-01' },
};

/** The law with one table changed as text. */
async function withTable(name: 'unilateral_exemptions' | 'open_points', from: string, to: string): Promise<RuleSet> {
  const texts = await productTexts();
  expect(texts[name]).toContain(from);
  const checked = ruleSetOf({ ...texts, [name]: texts[name].replaceAll(from, to) }, 'VNM');
  if (!checked.ok) throw new Error(checked.error.detail);
  return checked.value.rules;
}

function difference(now: RuleSet): CrossingDifference {
  const verdict = evaluate(product, FACTS);
  const crossing = { recordNumber: 'A07-1', day: FACTS.date, nationality: 'FRA', rulesVersion: product.version };
  const compared = compareVerdicts({ ...crossing, facts: FACTS, verdict }, evaluate(now, FACTS));
  if (typeof compared === 'string') throw new Error(`the verdicts are ${compared}`);
  return compared;
}

const why = (now: RuleSet) => lawChanges(product, now, difference(now));

it('names a row that another one of its table follows, by what it says otherwise', async () => {
  const checked = ruleSetOf(await shorterStays('2026-12-01'), 'VNM');
  if (!checked.ok) throw new Error(checked.error.detail);
  expect(why(checked.value.rules)).toMatchObject([
    {
      table: 'unilateralExemptions',
      old: { id: 'exemption.res-44-2025', act: 'Resolution 44/NQ-CP (7 Mar 2025)' },
      new: { id: 'exemption.res-44-2025.30' },
      terms: [{ name: 'days', old: '45', new: '30' }],
    },
  ]);
});

it('names a row that stays and says something else', async () => {
  expect(why(await withTable('unilateral_exemptions', '"days": 45', '"days": 20'))).toMatchObject([
    {
      old: { id: 'exemption.res-44-2025' },
      new: { id: 'exemption.res-44-2025' },
      terms: [{ name: 'days', old: '45', new: '20' }],
    },
  ]);
});

it('names the day on which a row ends, and not the refusal that follows from it', async () => {
  const ended = await withTable('unilateral_exemptions', '"to": "2028-03-14"', '"to": "2026-11-30"');
  expect(difference(ended).rulesCome.length).toBeGreaterThan(0);
  expect(why(ended)).toMatchObject([{ terms: [{ name: 'to', old: '2028-03-14', new: '2026-11-30' }] }]);
});

it('names a row that is no longer there', () => {
  const now = {
    ...product,
    unilateralExemptions: product.unilateralExemptions.filter(({ id }) => id !== 'exemption.res-44-2025'),
  };
  expect(why(now)).toMatchObject([{ old: { id: 'exemption.res-44-2025' }, new: null, terms: [] }]);
});

it('names what the law leaves open where no row changed', async () => {
  expect(why(await withTable('open_points', '"countEntryDay": true', '"countEntryDay": false'))).toEqual([
    { table: 'openPoints', old: null, new: null, terms: [{ name: 'countEntryDay', old: 'true', new: 'false' }] },
  ]);
});
