import { expect, it } from 'vitest';
import { laneSettingsOf } from '../../core/api/rules/lane_settings.ts';
import { LEGAL_REASONS } from '../../core/domain/entry/outcome.ts';
import { termsOf } from '../../core/domain/entry/rule_terms.ts';
import type { Rule } from '../../core/domain/entry/rules.ts';
import { loadRules } from '../../core/rules/load_rules.ts';
import { PRODUCT_RULES } from '../../core/rules/testing/signed_rules.ts';
import { settingsSchema } from '../../core/settings/settings.ts';
import { en, vi } from '../i18n/messages.ts';
import { reasonSentence } from '../officer/law/law_words.ts';

const loaded = await loadRules(PRODUCT_RULES, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const rules = loaded.value;
const rows = Object.values(rules).filter(Array.isArray).flat() as Rule[];

const withoutWords = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => !(id in vi) || !(id in en));

/** Codes that people read as they are: figures, periods, States, symbols of visas, the name of a card. */
const AS_IT_IS = /^([\d.]+|\d+\/(\d+|YEAR)|[A-Z]{3}|ABTC)$/;

it('every table and column of the product has a name in both languages', () => {
  const tables = Object.entries(rules).flatMap(([name, some]) => (Array.isArray(some) ? [`rules.table.${name}`] : []));
  const terms = rows.flatMap((row) => termsOf(row).map(({ name }) => `rules.term.${name}`));
  expect(terms.length).toBeGreaterThan(100);
  expect(withoutWords([...tables, ...terms])).toEqual([]);
});

it('every code in a column has words in both languages', () => {
  const values = rows
    .flatMap((row) => termsOf(row))
    .filter(({ name }) => name !== 'symbols')
    .flatMap(({ value }) => value.split(' '))
    .filter((value) => !AS_IT_IS.test(value) && !(`facts.option.${value}` in vi));
  expect(values).toContain('airport');
  expect(withoutWords(values.map((value) => `rules.value.${value}`))).toEqual([]);
});

it('every open point and every setting of the lane that the law asks for has words in both languages', () => {
  const settings = laneSettingsOf(settingsSchema.parse({}));
  expect(settings.length).toBeGreaterThan(3);
  expect(
    withoutWords([
      ...Object.keys(rules.openPoints).map((name) => `rules.open.${name}`),
      ...settings.map(({ name }) => `rules.setting.${name.replaceAll('.', '_')}`),
    ]),
  ).toEqual([]);
});

it('every reason of the law is a sentence and none stands for itself', () => {
  expect(LEGAL_REASONS.filter((reason) => reasonSentence(reason).id === 'law.reason.OTHER')).toEqual([]);
});
