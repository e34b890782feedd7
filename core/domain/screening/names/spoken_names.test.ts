import { describe, expect, test } from 'vitest';
import { fold } from '../fold.ts';
import { compareNames } from '../name_evidence.ts';
import { prepareNames } from '../prepared_query.ts';
import { shortFormOf } from './short_forms.ts';
import { titleOrParticle } from './titles.ts';

describe('short forms', () => {
  test.each([
    ['BILL', 'WILLIAM'],
    ['WILLIAM', 'BILL'],
    ['TED', 'THEODORE'],
    ['TED', 'EDWARD'],
    ['VOLODYA', 'VLADIMIR'],
    ['SASHA', 'ALEKSANDRA'],
    ['VOVA', 'VOLODYA'],
  ])('%s may be %s', (token, other) => {
    expect(shortFormOf(token)).toContain(other);
  });

  test('two names that share a short form are not each other', () => {
    expect(shortFormOf('ALEXANDER')).not.toContain('ALEXANDRA');
    expect(shortFormOf('NGUYEN')).toEqual([]);
  });

  test('every name is folded, and none is its own short form', () => {
    for (const name of ['WILLIAM', 'SASHA', 'JOSE', 'MALGORZATA'].flatMap((one) => [one, ...shortFormOf(one)])) {
      expect(fold(name)).toBe(name);
      expect(shortFormOf(name)).not.toContain(name);
    }
  });
});

test.each([
  ['DR', 'TITLE'],
  ['HAJI', 'PARTICLE'],
  ['SHEIKH', 'PARTICLE'],
  ['MONSIEUR', 'TITLE'],
  ['BIN', 'PARTICLE'],
  ['OULD', 'PARTICLE'],
  ['VON', 'PARTICLE'],
  ['MA', null],
  ['NGUYEN', null],
  ['', null],
])('%s: %s', (token, expected) => {
  expect(titleOrParticle(token)).toBe(expected);
});

describe('in a comparison', () => {
  const alike = (a: string, b: string) => compareNames(prepareNames(a), prepareNames(b));

  test('titles are dropped, unless there is nothing else', () => {
    expect(alike('Dr. Erika Muster', 'ERIKA MUSTER')).toBe(1);
    expect(alike('Professor', 'PROFESSOR')).toBe(1);
  });

  test('a short form is nearer than another name', () => {
    expect(alike('Bill Muster', 'WILLIAM MUSTER')).toBeGreaterThan(alike('Karl Muster', 'WILLIAM MUSTER'));
    expect(alike('Bill Muster', 'WILLIAM MUSTER')).toBeLessThan(1);
  });
});
