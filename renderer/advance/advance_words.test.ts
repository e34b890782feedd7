import { describe, expect, test } from 'vitest';
import { ADVANCE_FORMS } from '../../core/domain/travel/advance_questions.ts';
import { FILE_FAULTS, placedFault } from '../../core/domain/travel/file_fault.ts';
import { en, vi } from '../i18n/messages.ts';
import { faultSentence, likelyForm, rowSentence } from './advance_words.ts';

test('every fault and every form has words in both languages', () => {
  const ids = [
    ...FILE_FAULTS.map((fault) => `advance.fault.${fault}`),
    ...ADVANCE_FORMS.map((one) => `advance.form.${one}`),
  ];
  for (const words of [vi, en]) expect(ids.filter((id) => !(id in words))).toEqual([]);
});

test('a fault keeps its place', () => {
  const problem = { code: 'ADVANCE_FILE_FORMAT', detail: 'CNT_COUNT_WRONG at segment 41' };
  expect(faultSentence(placedFault(problem))).toEqual({
    id: 'advance.fault.COUNT_WRONG',
    values: { unit: 'segment', place: 41 },
  });
});

describe('a row that could not be used', () => {
  test('is told in words, or by its field', () => {
    expect(rowSentence('BIRTH_DATE_WRONG')).toEqual({ id: 'advance.row.BIRTH_DATE_WRONG' });
    expect(rowSentence('holder.surname WRONG')).toEqual({
      id: 'advance.row.FIELD',
      values: { field: 'holder.surname' },
    });
    expect(rowSentence('toString').id).toBe('advance.row.FIELD');
  });
});

test.each([
  ['XZ417.edi', 'passengers-paxlst'],
  ['XZ417_20261122.txt.gz', 'passengers-paxlst'],
  ['XZ417.json', 'passengers-json'],
  ['visas-2026-11.jsonl', 'visas'],
  ['to_khai.jsonl', 'declarations'],
])('%s is taken for %s until somebody says otherwise', (file, form) => {
  expect(likelyForm(file)).toBe(form);
});
