import { expect, test } from 'vitest';
import type { Passenger } from './advance.ts';
import { fellows, isChild } from './fellows.ts';

const DAY = '2026-11-22';
const passenger = (surname: string, birthDate: string | null, nationality: string | null = 'UTO'): Passenger => ({
  kind: 'PASSENGER',
  holder: { surname, givenNames: 'MAI', birthDate, nationality, documentNumber: 'U1', issuer: 'UTO' },
  seat: null,
  locator: 'BK0001',
  reference: null,
  visa: null,
});

test('a child is under eighteen on the day; a date known in part makes nobody one', () => {
  expect(isChild('2008-11-23', DAY)).toBe(true);
  expect(isChild('2008-11-22', DAY)).toBe(false);
  expect(isChild('2018', DAY)).toBe(false);
  expect(isChild('', DAY)).toBe(false);
});

test('adults of the same booking are named, unproven; other children, and who is known in part, are not', () => {
  const booking = [
    passenger('SAMPLE', '1988-09-12'),
    passenger('BROTHER', '2012-01-01'),
    passenger('UNKNOWN', null),
    passenger('STATELESS', '1980-01-01', null),
  ];
  expect(fellows({ birthDate: '2018-03-04' }, booking, DAY)).toEqual([
    {
      relation: 'fellow',
      name: 'SAMPLE MAI',
      nationality: 'UTO',
      birthDate: '1988-09-12',
      documentNumber: 'U1',
      proof: false,
    },
  ]);
  expect(fellows({ birthDate: '1990-03-04' }, booking, DAY)).toEqual([]);
});
