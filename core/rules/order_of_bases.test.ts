import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../domain/entry/explain.ts';
import type { BasisFacts, Facts } from '../domain/entry/facts.ts';
import type { OpenPoints, RuleSet } from '../domain/entry/rules.ts';
import { loadRules } from './load_rules.ts';
import { TABLES } from './rule_schema.ts';

const loaded = await loadRules(join(import.meta.dirname, '../../resources/rules/vn'), 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const rules: RuleSet = loaded.value;

const asked = (basis: BasisFacts, more: Partial<Facts> = {}, points: Partial<OpenPoints> = {}) =>
  explain(
    { ...rules, openPoints: { ...rules.openPoints, ...points } },
    {
      ...{ direction: 'arrival', date: '2026-11-22', gateKind: 'airport' },
      ...{ document: { kind: 'ordinary-passport', expires: '2034-01-09' }, history: [], basis },
      person: { nationality: 'JPN', birthDate: '1980-02-02' },
      ...more,
    },
    { movements: [], at: 0, sameDocumentMinutes: 30 },
  );
const INDIAN = { person: { nationality: 'IND', birthDate: '1980-02-02' } } as const;
const granted = {
  ...{ case: 'tour', reply: '7/QLXNC', symbol: 'DL', validTo: '2026-12-10', entries: 'single' },
} as const satisfies BasisFacts['atGate'];

test('an APEC card comes after the exemptions, or before them where the Department says so', () => {
  const card = { kind: 'ABTC', validTo: '2028-01-01', economies: ['VNM'] } as const;
  const after = asked({ card });
  expect(after.verdict.stayUntil).toBe('2027-01-05');
  expect(after.explanation.bases.find(({ answer }) => answer === 'APPLIES')?.kind).toBe('UNILATERAL');
  const before = asked({ card }, {}, { apecCardBeforeExemptions: true });
  expect(before.verdict.stayUntil).toBe('2027-01-20');
  expect(before.explanation.bases.map(({ kind }) => kind).slice(0, 4)).toEqual(['CARD', 'VISA', 'ABTC', 'TREATY']);
  expect(before.explanation.bases).toHaveLength(after.explanation.bases.length);
});

test('rules written before that point was known judge as they did', () => {
  const { apecCardBeforeExemptions: _later, ...older } = rules.openPoints;
  expect(TABLES.open_points.parse(older)).toEqual(rules.openPoints);
});

test('a visa at the gate: the last step, at an international gate, upon the word of the authority', () => {
  const held = asked({ atGate: granted }, INDIAN);
  expect(held.verdict).toMatchObject({ outcome: 'clear', stayUntil: '2026-12-10' });
  expect(held.explanation.bases.at(-1)).toMatchObject({ kind: 'VISA_AT_GATE', answer: 'APPLIES' });
  const land = asked({ atGate: granted }, { ...INDIAN, gateKind: 'land-main' });
  expect(land.explanation.bases.at(-1)).toMatchObject({ answer: 'NOT_MET', reason: 'LEGAL_GATE_KIND' });
  const wordless = asked({ atGate: { ...granted, reply: undefined } }, INDIAN);
  expect(wordless.verdict).toMatchObject({ outcome: 'refer', missingFacts: ['basis.atGate.reply'] });
  const late = asked({ atGate: { ...granted, validTo: '2026-11-21' } }, INDIAN);
  expect(late.verdict).toMatchObject({ outcome: 'propose-refusal', reasons: ['LEGAL_VISA_NOT_VALID'] });
});
