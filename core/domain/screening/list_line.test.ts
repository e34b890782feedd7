import { expect, test } from 'vitest';
import type { DocumentStatus, Hit, ListKind } from './entry.ts';
import { documentListLine } from './list_line.ts';

const NOW = Date.UTC(2026, 10, 22);
const LISTS = (['LOST_STOLEN', 'REVOKED'] as const).map((kind) => ({
  list: kind,
  kind,
  version: '7',
  asOf: NOW - 3_600_000,
  agedAfterHours: 24,
  expiredAfterHours: 48,
}));
const LAID = { number: 'C1234567', issuer: 'DEU' };

function hit(listKind: ListKind, status: DocumentStatus | undefined, number = 'C1234567', issuer = 'DEU'): Hit {
  return {
    entry: { id: 'D1', names: [], documents: [{ number, issuer, ...(status ? { status } : {}) }] },
    list: listKind,
    listKind,
    listVersion: '7',
    matchClass: 'CERTAIN',
    score: 100,
    threshold: 100,
    why: [{ code: 'DOCUMENT_EQUAL', points: 100 }],
  };
}

const line = (...hits: Hit[]) => documentListLine(hits, LISTS, LAID, NOW, 1);

test.each([
  ['LOST_STOLEN', 'LOST', 'DOC_LOST_STOLEN'],
  ['LOST_STOLEN', 'STOLEN', 'DOC_LOST_STOLEN'],
  ['LOST_STOLEN', 'LISTED', 'DOC_LOST_STOLEN'],
  ['LOST_STOLEN', 'REVOKED', 'DOC_REVOKED'],
  ['REVOKED', 'LISTED', 'DOC_REVOKED'],
  ['REVOKED', undefined, 'DOC_REVOKED'],
  ['REVOKED', 'SINGLE_USE_SPENT', 'DOC_SINGLE_USE_SPENT'],
] as const)('a document on a %s list as %s blocks as %s', (kind, status, reason) => {
  expect(line(hit(kind, status))).toMatchObject({ result: 'FAILED', severity: 'BLOCKING', reason });
});

test('numbers and issuers are compared as folded, however a list writes them', () => {
  expect(line(hit('REVOKED', 'REVOKED', 'c 123-4567', 'D'))).toMatchObject({ reason: 'DOC_REVOKED' });
  expect(line(hit('LOST_STOLEN', 'LOST'), hit('REVOKED', 'REVOKED'))).toMatchObject({ reason: 'DOC_LOST_STOLEN' });
  expect(line(hit('REVOKED', 'REVOKED'), hit('LOST_STOLEN', 'LOST'))).toMatchObject({ reason: 'DOC_LOST_STOLEN' });
});

test('a number that may be this one, misread, is to be resolved and blocks nothing by itself', () => {
  const similar = { ...hit('LOST_STOLEN', 'LOST', 'C12345G7'), matchClass: 'POSSIBLE' } as const;
  const found = line({ ...similar, why: [{ code: 'DOCUMENT_SIMILAR', points: 65 }] });
  expect(found).toMatchObject({ result: 'UNDETERMINED', severity: 'TO_RESOLVE', reason: 'DOC_NUMBER_SIMILAR' });
  expect(found.dataVersion).toBe('LOST_STOLEN@7 REVOKED@7');
});

test('the name of the one who lost a passport says nothing of the passport laid down', () => {
  const byName = { ...hit('LOST_STOLEN', 'LOST', 'X9'), why: [{ code: 'NAME_EQUAL', points: 62 }] } as const;
  expect(line(byName)).toMatchObject({ result: 'PASSED', reason: null });
  expect(line({ ...hit('WANTED', 'LOST') })).toMatchObject({ result: 'PASSED' });
});
