import { expect, test } from 'vitest';
import { NOBODY, requestOf, typedDate } from './asked_person.ts';

test.each([
  ['05/08/1984', '1984-08-05'],
  ['5.8.1984', '1984-08-05'],
  ['08/1984', '1984-08'],
  [' 1984 ', '1984'],
  ['29/02/2024', '2024-02-29'],
])('%s is read as %s', (typed, date) => expect(typedDate(typed)).toBe(date));

test.each(['84', '1984/08/05', '31/02/1984', '13/1984', 'tháng 8', '0/0/1984', '1/2/3/1984'])(
  '%s is no date',
  (typed) => expect(typedDate(typed)).toBeNull(),
);

test('what was left out is not asked for, and a name or a number must be asked for', () => {
  expect(requestOf({ ...NOBODY, name: '  Nguyễn Văn Mẫu ', birthDate: '1984' })).toEqual({
    name: 'Nguyễn Văn Mẫu',
    birthDate: '1984',
  });
  expect(requestOf({ ...NOBODY, sex: 'M', issuer: 'VNM', birthDate: '1984' })).toBe('NOTHING_ASKED');
  expect(requestOf({ ...NOBODY, name: 'Mẫu', birthDate: '1984-8-5' })).toBe('DATE_UNREADABLE');
});
