import { expect, test } from 'vitest';
import { documentCodeFits, documentCodeKind } from './document_codes.ts';

test.each([
  ['TD3', 'P', 'ordinary-passport', false],
  ['TD3', 'PN', 'ordinary-passport', false],
  ['TD3', 'PP', 'ordinary-passport', true],
  ['TD3', 'PD', 'diplomatic-passport', true],
  ['TD3', 'PL', 'laissez-passer', true],
  ['TD3', 'I', 'unknown', false],
  ['TD1', 'AC', 'crew-member-certificate', true],
  ['TD1', 'IP', 'passport-card', true],
  ['TD1', 'ID', 'identity-card', false],
  ['TD1', 'IV', 'unknown', false],
  ['TD2', 'P', 'unknown', false],
  ['TD2', 'C', 'identity-card', false],
  ['MRV-A', 'VN', 'visa', false],
  ['MRV-B', 'V', 'visa', false],
  ['FRA-ID-1988', 'ID', 'identity-card', false],
] as const)('%s %s is %s', (format, code, kind, harmonised) => {
  expect(documentCodeKind(format, code)).toEqual({ kind, harmonised });
  expect(documentCodeFits(format, code)).toBe(kind !== 'unknown');
});
