import { describe, expect, test } from 'vitest';
import type { Role } from '../access/role.ts';
import { secondPersonFor, secondRefused } from './who_answers.ts';

const person = (number: string, ...roles: Role[]) => ({ number, roles });

describe('who has to say that a person is another', () => {
  test.each([
    ['POSSIBLE', 2, 'officer', 'NOBODY'],
    ['PROBABLE', 2, 'officer', 'NOBODY'],
    ['POSSIBLE', 1, 'officer', 'SUPERVISOR'],
    ['POSSIBLE', 1, 'supervisor', 'NOBODY'],
    ['CERTAIN', 2, 'officer', 'OFFICER'],
    ['CERTAIN', 1, 'officer', 'SUPERVISOR'],
    ['CERTAIN', 1, 'supervisor', 'OFFICER'],
    ['CERTAIN', 0, 'head-of-unit', 'OFFICER'],
  ] as const)('%s with %i strong differences, said by an %s: %s', (matchClass, strongDifferences, role, needed) => {
    expect(secondPersonFor({ matchClass, strongDifferences }, [role])).toBe(needed);
  });

  test('the second person is another one, with a role that fits', () => {
    const first = person('0412', 'officer');
    expect(secondRefused('NOBODY', first, null)).toBeNull();
    expect(secondRefused('OFFICER', first, null)).toBe('MISSING');
    expect(secondRefused('OFFICER', first, first)).toBe('SAME_PERSON');
    expect(secondRefused('OFFICER', first, person('0413', 'officer'))).toBeNull();
    expect(secondRefused('OFFICER', first, person('0901', 'technician'))).toBe('ROLE');
    expect(secondRefused('SUPERVISOR', first, person('0413', 'officer'))).toBe('ROLE');
    expect(secondRefused('SUPERVISOR', first, person('0301', 'supervisor'))).toBeNull();
  });
});
