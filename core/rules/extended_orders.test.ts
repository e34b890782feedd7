import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Facts, Order, PastCrossing } from '../domain/entry/facts.ts';
import { loadRules } from './load_rules.ts';

const loaded = await loadRules(join(import.meta.dirname, '../../resources/rules/vn'), 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const { value: rules } = loaded;

const suspended: Order = { kind: 'exit-suspension', group: 7, validFrom: '2025-09-01', validTo: '2026-09-01' };
const leaving = (order: Order, date: string): Facts => ({
  ...{ direction: 'departure', date, person: { nationality: 'VNM', birthDate: '1980-01-01' } },
  ...{ document: { kind: 'ordinary-passport', expires: '2034-01-09' }, basis: { destinationAdmission: true } },
  ...{ history: [], orders: [order] },
});

test('a suspension that was extended holds to the new last day, and lapses by itself after it', () => {
  const extended = { ...suspended, extendedTo: '2027-09-01' };
  expect(evaluate(rules, leaving(suspended, '2026-09-02'))).toMatchObject({
    outcome: 'clear',
    reasons: ['LIST_LAPSED'],
  });
  expect(evaluate(rules, leaving(extended, '2027-09-01')).outcome).toBe('not-permitted-to-exit');
  expect(evaluate(rules, leaving(extended, '2027-09-02'))).toMatchObject({
    outcome: 'clear',
    reasons: ['LIST_LAPSED'],
  });
});

test('a permission opens the exit for the order that has it and for no other', () => {
  const permitted = { ...suspended, extendedTo: '2027-09-01', specialPermission: true };
  const facts = leaving(permitted, '2026-10-01');
  expect(evaluate(rules, facts)).toMatchObject({ outcome: 'clear', reasons: ['LEGAL_SPECIAL_PERMISSION'] });
  const another: Order = { kind: 'exit-suspension', group: 5, validFrom: '2026-01-01' };
  expect(evaluate(rules, { ...facts, orders: [permitted, another] }).outcome).toBe('not-permitted-to-exit');
});

test('papers of another State at earlier crossings are for the second line', () => {
  const crossed = (documentIssuer: string): readonly PastCrossing[] => [
    { direction: 'arrival', date: '2026-01-02', documentIssuer: 'FRA' },
    { direction: 'departure', date: '2026-01-09', documentIssuer },
  ];
  const arriving = (history: readonly PastCrossing[]): Facts => ({
    ...{ direction: 'arrival', date: '2026-11-22', person: { nationality: 'FRA', birthDate: '1980-01-01' } },
    ...{ document: { kind: 'ordinary-passport', expires: '2034-01-09' }, basis: {}, history },
  });
  expect(evaluate(rules, arriving(crossed('FRA'))).outcome).toBe('clear');
  expect(evaluate(rules, arriving(crossed('DEU')))).toMatchObject({
    outcome: 'refer',
    reasons: ['MOVE_IDENTITY_CHANGED'],
  });
});
