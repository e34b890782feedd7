import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateMoment, gateMomentText } from './gate_moment.ts';

test('what the clock of the gate shows is the moment it shows it at', () => {
  expect(gateMomentText(Date.UTC(2026, 10, 22, 1, 42, 17), 'Asia/Ho_Chi_Minh')).toBe('2026-11-22T08:42');
  expect(gateMoment('2026-11-22T08:42', 'Asia/Ho_Chi_Minh')).toBe(Date.UTC(2026, 10, 22, 1, 42));
  expect(gateMoment('2026-07-01T00:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 5, 30, 22, 30));
  expect(gateMoment('', 'Asia/Ho_Chi_Minh')).toBeNaN();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000_000 }), (minutes) => {
      const at = minutes * 60_000;
      expect(gateMoment(gateMomentText(at, 'Asia/Ho_Chi_Minh'), 'Asia/Ho_Chi_Minh')).toBe(at);
    }),
  );
});
