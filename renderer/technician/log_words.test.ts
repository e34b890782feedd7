import { expect, test } from 'vitest';
import { eventName, readable } from './log_words.ts';

test('what an entry holds is told in words, a change of settings as from and to', () => {
  expect(readable('{"device":"scanner","problem":null,"state":"lost"}')).toBe('device: scanner · state: lost');
  const change = { device: 'reader', kind: 'CHANGED', path: 'options.baudRate', from: '9600', to: '115200' };
  expect(readable(JSON.stringify({ changes: [change] }))).toBe('changes: reader options.baudRate: 9600 → 115200');
  const added = { device: 'reader', kind: 'ADDED', path: '', from: null, to: 'elyctis-idbox' };
  expect(readable(JSON.stringify({ changes: [added] }))).toBe('changes: reader: – → elyctis-idbox');
});

test('a text that is no data, or was cut, stays as it is', () => {
  expect(readable('Đã thay cáp')).toBe('Đã thay cáp');
  expect(readable('{"changes":[{"dev…')).toBe('{"changes":[{"dev…');
  expect(readable('7')).toBe('7');
});

test('an event that nobody has foreseen has no words', () => {
  expect(eventName('SETTINGS_KEPT')).toBe('SETTINGS_KEPT');
  expect(eventName('CLEARED')).toBeNull();
});
