import { describe, expect, test } from 'vitest';
import { addDays, daysLeft, lastDayIn } from './days.ts';
import type { WatchlistEntry } from './entry.ts';
import { type Exclusion, entryText, recall, rememberedUntil } from './exclusion.ts';

const TODAY = '2026-11-22';
const exclusion = (change: Partial<Exclusion> = {}): Exclusion => ({
  id: 'x-1',
  list: 'exit-suspension',
  entryId: 'ES-0001',
  entryDigest: 'digest',
  matchClass: 'POSSIBLE',
  decidedAt: 1000,
  decidedBy: '0412',
  confirmedBy: null,
  lastDay: '2027-05-21',
  recordNumber: 'A07-000001',
  ...change,
});
const answering = { list: 'exit-suspension', entryId: 'ES-0001', entryDigest: 'digest' };

describe('what is remembered of a document and an entry', () => {
  test('holds for the same pair until its last day, that day included', () => {
    const known = [exclusion()];
    expect(recall(known, answering, TODAY)?.standing).toBe('HOLDS');
    expect(recall(known, answering, '2027-05-21')?.standing).toBe('HOLDS');
    expect(recall(known, answering, '2027-05-22')?.standing).toBe('TIME_PASSED');
  });

  test('holds for no other entry and no other list', () => {
    expect(recall([exclusion()], { ...answering, entryId: 'ES-0002' }, TODAY)).toBeNull();
    expect(recall([exclusion()], { ...answering, list: 'wanted' }, TODAY)).toBeNull();
    expect(recall([], answering, TODAY)).toBeNull();
  });

  test('an entry that has changed asks again', () => {
    expect(recall([exclusion()], { ...answering, entryDigest: 'other' }, TODAY)?.standing).toBe('ENTRY_CHANGED');
  });

  test('the one that holds counts, else the newest', () => {
    const old = exclusion({ id: 'old', decidedAt: 1, lastDay: '2026-01-01' });
    const changed = exclusion({ id: 'changed', decidedAt: 5, entryDigest: 'before' });
    const good = exclusion({ id: 'good', decidedAt: 3 });
    expect(recall([old, changed, good], answering, TODAY)?.exclusion.id).toBe('good');
    expect(recall([old, changed], answering, TODAY)).toMatchObject({
      exclusion: { id: 'changed' },
      standing: 'ENTRY_CHANGED',
    });
  });
});

describe('how long a decision is remembered', () => {
  const document = { number: 'X0000452', issuer: 'VNM', expiryDate: '2033-06-19', valid: true };
  test('for the days of the setting, never beyond the end of the document', () => {
    expect(rememberedUntil(document, TODAY, 180)).toBe('2027-05-21');
    expect(rememberedUntil({ ...document, expiryDate: '2026-12-01' }, TODAY, 180)).toBe('2026-12-01');
    expect(rememberedUntil({ ...document, expiryDate: TODAY }, TODAY, 180)).toBe(TODAY);
  });
  test.each([
    ['without a number', { number: '' }],
    ['without an issuer', { issuer: '' }],
    ['without an end', { expiryDate: '' }],
    ['past its end', { expiryDate: '2026-11-21' }],
    ['not in order', { valid: false }],
  ])('not at all for a document %s', (_what, change) => {
    expect(rememberedUntil({ ...document, ...change }, TODAY, 180)).toBeNull();
  });
});

test('an entry has one text however its fields are ordered, and another after any change', () => {
  const one: WatchlistEntry = { id: '1', names: [{ surname: 'MẪU', givenNames: 'VĂN' }], validTo: '2031-01-01' };
  const reordered = { validTo: '2031-01-01', names: [{ givenNames: 'VĂN', surname: 'MẪU' }], id: '1' };
  expect(entryText(reordered)).toBe(entryText(one));
  expect(entryText({ ...one, validTo: '2032-01-01' })).not.toBe(entryText(one));
  expect(entryText({ ...one, names: [...one.names, { full: 'MẪU' }] })).not.toBe(entryText(one));
  expect(entryText({ ...one, sex: 'M' })).not.toBe(entryText(one));
});

test('days are counted in the calendar, ends of months and years included', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(lastDayIn('2027')).toBe('2027-12-31');
  expect(lastDayIn('2028-02')).toBe('2028-02-29');
  expect(lastDayIn('2028-13')).toBeNull();
  expect(lastDayIn('soon')).toBeNull();
  expect(daysLeft('2027-03-12', TODAY)).toBe(110);
  expect(daysLeft('2026-11', TODAY)).toBe(8);
  expect(daysLeft(TODAY, TODAY)).toBe(0);
  expect(daysLeft('', TODAY)).toBeNull();
});
