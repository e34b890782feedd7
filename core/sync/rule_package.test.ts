import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRules, type RuleTexts } from '../rules/load_rules.ts';
import {
  PRODUCT_RULES,
  productTexts,
  shorterStays,
  signedRules,
  testAuthority,
} from '../rules/testing/signed_rules.ts';
import { openRulePackage } from './rule_package.ts';

const authority = testAuthority();
const AUTHORITIES = [{ name: authority.name, publicKey: authority.publicKey }];
let texts: RuleTexts;
let signed: string;

beforeAll(async () => {
  texts = await productTexts();
  signed = signedRules(texts, authority);
});

const open = (text: string, state = 'VNM', authorities = AUTHORITIES) => openRulePackage(text, state, authorities);
const header = (change: (of: Record<string, unknown>) => void): string => {
  const [first = '', ...rest] = signed.split('\n');
  const said = JSON.parse(first) as Record<string, unknown>;
  change(said);
  return [JSON.stringify(said), ...rest].join('\n');
};

describe('a package of rules', () => {
  it('holds the very rules that were signed, under the same version', async () => {
    const folder = await loadRules(PRODUCT_RULES, 'VNM');
    const opened = open(signed);
    expect(opened.ok && folder.ok && opened.value.rules).toEqual(folder.ok && folder.value);
  });

  it.each([
    ['without a signature', 'SIGNATURE_MISSING', () => signedRules(texts, { ...authority, key: null })],
    ['of an authority nobody named', 'SIGNATURE_UNKNOWN_AUTHORITY', () => signedRules(texts, testAuthority('Lạ'))],
    [
      'signed with another key',
      'SIGNATURE_WRONG',
      () => signedRules(texts, { ...authority, key: testAuthority().key }),
    ],
    ['with another day of issue', 'SIGNATURE_WRONG', () => header((said) => Object.assign(said, { issued: 5 }))],
    ['of another State', 'RULES_STATE_OTHER', () => signedRules(texts, authority, { state: 'UTO' })],
    ['of a schema to come', 'RULES_SCHEMA_UNKNOWN', () => header((said) => Object.assign(said, { rules: 2 }))],
    ['that is a list', 'RULES_FORMAT', () => '{"list":"wanted"}\n'],
    ['that is empty', 'RULES_FORMAT', () => ''],
    ['with a table nobody knows', 'RULES_SCHEMA_UNKNOWN', () => `${signed}{"table":"taxes","text":"[]"}\n`],
    ['with a table twice', 'RULES_FORMAT', () => `${signed}${JSON.stringify({ table: 'gates', text: texts.gates })}\n`],
    ['whose last table is gone', 'RULES_DAMAGED', () => `${signed.trimEnd().split('\n').slice(0, -1).join('\n')}\n`],
    ['cut off in a line', 'RULES_DAMAGED', () => signed.slice(0, -200)],
    ['with one figure changed', 'RULES_DAMAGED', () => signed.replace('\\"days\\": 45', '\\"days\\": 46')],
  ])('%s is refused: %s', (_what, code, make) => {
    expect(open(make())).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused from an authority that may sign for other States only', () => {
    const elsewhere = [{ name: authority.name, publicKey: authority.publicKey, states: ['UTO'] }];
    expect(openRulePackage(signed, 'VNM', elsewhere)).toMatchObject({ error: { code: 'SIGNATURE_UNKNOWN_AUTHORITY' } });
  });

  it('with one byte changed anywhere is never taken for the rules that were signed', () => {
    const bytes = Buffer.from(signed, 'utf8');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const other = Buffer.from(bytes);
        other[place] = ((other[place] ?? 0) + by) % 256;
        expect(open(other.toString('utf8')).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('of changed tables is another version', async () => {
    const opened = open(signedRules(await shorterStays(), authority));
    const before = open(signed);
    expect(opened.ok && before.ok && opened.value.rules.version !== before.value.rules.version).toBe(true);
  });
});
