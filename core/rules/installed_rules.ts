import { fileURLToPath } from 'node:url';
import type { RuleSet } from '../domain/entry/rules.ts';
import { parseRuleHeader, rulePackage } from '../sync/rule_package.ts';
import { readRuleTexts, ruleSetOf } from './load_rules.ts';
import type { PinnedRules } from './rules_mark.ts';

/** The tables that come with the product, by State. */
const FOLDERS: Readonly<Record<string, string>> = { VNM: 'vn' };

/** The folder of the product's own tables of a State; null for a State of which it has none. */
export function productFolder(state: string): string | null {
  const folder = FOLDERS[state];
  return folder === undefined ? null : fileURLToPath(new URL(`../../resources/rules/${folder}`, import.meta.url));
}

/** The first snapshot of every booth: nobody signs it, its version stands for it. */
export interface ProductRules {
  readonly rules: RuleSet;
  readonly snapshot: PinnedRules;
  /** As a package, to be kept. */
  readonly text: string;
}

/** The law as the product brings it; null for a State whose tables it does not have. */
export async function productRules(state: string): Promise<ProductRules | null> {
  const folder = productFolder(state);
  const texts = folder === null ? null : await readRuleTexts(folder);
  if (!texts?.ok) return null;
  const checked = ruleSetOf(texts.value, state);
  const text = rulePackage(texts.value, { state, issued: 0, authority: 'border-booth', base: null }, null);
  const header = text.ok ? parseRuleHeader(text.value) : text;
  if (!checked.ok || !text.ok || !header.ok) return null;
  const { version, digest } = header.value;
  return {
    rules: checked.value.rules,
    snapshot: { version, digest, signedBy: null, issued: null, base: null },
    text: text.value,
  };
}
