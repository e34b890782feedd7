import { expect, it } from 'vitest';
import { canonicalJson } from '../canonical_json.ts';
import { settingsChanges } from './settings_changes.ts';

const reader = { name: 'reader', driver: 'elyctis-idbox', options: { heartbeatMs: 1000, format: { suffix: [3] } } };

it('says what is added, changed at which path, and removed', () => {
  const changed = { ...reader, path: '/dev/ttyS0', options: { format: { suffix: [13] } } };
  const lamp = { name: 'lamp', driver: 'blink1', options: {} };
  const gate = { name: 'gate', driver: 'relay', options: {} };
  expect(settingsChanges([gate, reader], [changed, lamp])).toEqual([
    { device: 'reader', kind: 'CHANGED', path: 'options.heartbeatMs', from: '1000', to: null },
    { device: 'reader', kind: 'CHANGED', path: 'options.format.suffix', from: '[3]', to: '[13]' },
    { device: 'reader', kind: 'CHANGED', path: 'path', from: null, to: '/dev/ttyS0' },
    { device: 'lamp', kind: 'ADDED', path: '', from: null, to: 'blink1' },
    { device: 'gate', kind: 'REMOVED', path: '', from: 'relay', to: null },
  ]);
});

it('sees no change in another order of keys', () => {
  const { name, driver, options } = reader;
  expect(settingsChanges([reader], [{ options, driver, name } as typeof reader])).toEqual([]);
});

it('canonical JSON is the same for the same content', () => {
  expect(canonicalJson({ b: [1, { d: undefined, c: 'ü' }], a: null })).toBe('{"a":null,"b":[1,{"c":"ü"}]}');
});
