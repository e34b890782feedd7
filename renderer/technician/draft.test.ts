import { expect, test } from 'vitest';
import { fieldText, fieldValue, isChanged, valueAt, valueInForce, withValue } from './draft.ts';
import type { DeviceSettings, OptionField } from './page.ts';

const field = (changed: Partial<OptionField>): OptionField => ({
  path: 'options.quietMs',
  type: 'number',
  choices: [],
  min: 10,
  max: 60_000,
  default: '100',
  ...changed,
});
const READER: DeviceSettings = { name: 'reader', driver: 'elyctis-idbox', options: {} };

test('a value is put at a dotted path, and what was not there before comes and goes whole', () => {
  const found = withValue(READER, 'usb.vendorId', '2b78');
  expect(found).toEqual({ ...READER, usb: { vendorId: '2b78' } });
  expect(withValue(found, 'usb.vendorId', undefined)).toEqual(READER);
  const framed = withValue(READER, 'options.frame.start', [2]);
  expect(valueAt(framed, 'options.frame.start')).toEqual([2]);
  expect(withValue(framed, 'options.frame.start', undefined)).toEqual(READER);
});

test('what is not set is as the driver has it, and setting that very value changes nothing', () => {
  expect(valueInForce(READER, field({}))).toBe(100);
  expect(isChanged(READER, withValue(READER, 'options.quietMs', 100), field({}))).toBe(false);
  expect(isChanged(READER, withValue(READER, 'options.quietMs', 101), field({}))).toBe(true);
});

test.each([
  ['a number within its range', field({}), '250', { ok: true, value: 250 }],
  ['no number', field({}), 'fast', { ok: false, error: 'NOT_A_NUMBER' }],
  ['nothing', field({}), '', { ok: false, error: 'NOT_A_NUMBER' }],
  ['too small', field({}), '9', { ok: false, error: 'OUT_OF_RANGE' }],
  ['too large', field({}), '60001', { ok: false, error: 'OUT_OF_RANGE' }],
  ['nothing where nothing is usual', field({ default: 'null' }), '', { ok: true, value: undefined }],
  ['a choice of numbers', field({ type: 'choice', default: '9600' }), '115200', { ok: true, value: 115_200 }],
  ['a choice of words', field({ type: 'choice', default: '"none"' }), 'even', { ok: true, value: 'even' }],
  ['a word that looks like a number', field({ type: 'choice', default: '"1"' }), '2', { ok: true, value: '2' }],
  ['a switch', field({ type: 'switch', default: 'true' }), 'false', { ok: true, value: false }],
  ['bytes', field({ type: 'bytes', default: '[2]' }), '0d 0A', { ok: true, value: [13, 10] }],
  ['half a byte', field({ type: 'bytes', default: '[2]' }), '0d0', { ok: false, error: 'NOT_BYTES' }],
  ['JSON', field({ type: 'json', default: '[]' }), '[{"a":1}]', { ok: true, value: [{ a: 1 }] }],
  ['no JSON', field({ type: 'json', default: '[]' }), '[', { ok: false, error: 'NOT_JSON' }],
] as const)('a text in a field: %s', (_what, asked, text, value) => {
  expect(fieldValue(asked, text)).toEqual(value);
});

test('a text is read back as the value it came from', () => {
  for (const [asked, value] of [
    [field({}), 250],
    [field({ type: 'bytes', default: '[2]' }), [2, 255]],
    [field({ type: 'json', default: '[]' }), [{ from: 1 }]],
    [field({ type: 'switch', default: 'true' }), true],
    [field({ type: 'choice', default: '9600' }), 9600],
  ] as const) {
    expect(fieldValue(asked, fieldText(asked, value as never))).toEqual({ ok: true, value });
  }
});
