import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { rulePackage } from '../../sync/rule_package.ts';
import { type RuleTexts, readRuleTexts } from '../load_rules.ts';

export const PRODUCT_RULES = join(import.meta.dirname, '../../../resources/rules/vn');

/** An authority that exists in tests only. */
export function testAuthority(name = 'Cục Mẫu'): {
  readonly name: string;
  readonly key: KeyObject;
  readonly publicKey: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { name, key: privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
}

export async function productTexts(): Promise<RuleTexts> {
  const texts = await readRuleTexts(PRODUCT_RULES);
  if (!texts.ok) throw new Error(texts.error.detail);
  return texts.value;
}

/** Thirty days where the product's tables give forty-five, from a day on; before it, as they were. */
export async function shorterStays(from = '2026-12-01'): Promise<RuleTexts> {
  const texts = await productTexts();
  const rows = JSON.parse(texts.unilateral_exemptions) as {
    id: string;
    from: string;
    to: string | null;
    days: number;
  }[];
  const changed = rows.flatMap((row) => {
    if (row.days !== 45 || row.from >= from || (row.to !== null && row.to < from)) return [row];
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    return [
      { ...row, to: before },
      { ...row, id: `${row.id}.30`, from, days: 30 },
    ];
  });
  return { ...texts, unilateral_exemptions: JSON.stringify(changed) };
}

/** A package as the authority gives it out. */
export function signedRules(
  texts: RuleTexts,
  authority: { readonly name: string; readonly key: KeyObject | null },
  facts: {
    readonly issued?: number;
    readonly base?: string | null;
    readonly state?: string;
    readonly useBy?: number;
  } = {},
): string {
  const { issued = Date.UTC(2026, 10, 1), base = null, state = 'VNM', useBy } = facts;
  const made = rulePackage(texts, { state, issued, base, useBy, authority: authority.name }, authority.key);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}
