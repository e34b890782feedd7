import { expect, test } from 'vitest';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import type { LawView } from '../../../contract/law_view.ts';
import { CITIZEN, caseOf, FOREIGNER } from '../../examples/cases.ts';
import {
  EXEMPT_LAW,
  LAW,
  MISSING_LAW,
  NO_BASIS_LAW,
  OVERSTAY_LAW,
  SHORT_OVERSTAY_LAW,
  VISA_LAW,
} from '../../examples/law_views.ts';
import { vi } from '../../i18n/messages.ts';
import type { Translate } from '../../i18n/text.tsx';
import { lawAttention, stayAttention, wordsOf } from './law_attention.ts';

const POINT = { check: 'ENTRY_CONDITIONS', severity: 'TO_RESOLVE', reason: null } as const;
const judged = (law: LawView, more: Partial<ClearanceView> = {}): ClearanceView =>
  caseOf(FOREIGNER, {}, { law, openPoints: law.outcome === 'clear' ? [] : [POINT], ...more });
const said = (clearance: ClearanceView) => {
  const found = lawAttention(clearance);
  return found === null ? null : [found.head.id, found.detail.id];
};

test('nothing is said where the law was not asked, holds nothing, or something else comes first', () => {
  expect(said(caseOf(FOREIGNER))).toBeNull();
  expect(said(judged(VISA_LAW))).toBeNull();
  const expired = { check: 'VALIDITY', severity: 'BLOCKING', reason: 'DOC_EXPIRED' } as const;
  expect(said(judged(NO_BASIS_LAW, { openPoints: [expired, POINT] }))).toBeNull();
});

test('a ladder without a rung that holds names the paper that failed and counts the others', () => {
  const found = lawAttention(judged(NO_BASIS_LAW));
  expect(found).toMatchObject({
    head: { id: 'law.noBasis' },
    detail: { id: 'law.noBasis.told', values: { others: 7 } },
  });
  expect(found?.within).toEqual({ reason: { id: 'reason.LEGAL_VISA_USED' } });
  const nothing = NO_BASIS_LAW.bases.map((one) => ({ ...one, reason: 'NOTHING_PRESENTED' }));
  expect(said(judged({ ...NO_BASIS_LAW, bases: nothing }))).toEqual(['law.noBasis', 'law.noBasis.detail']);
});

test('a refusal for another reason names that reason, not the ladder', () => {
  const minor = { ...VISA_LAW, outcome: 'propose-refusal', reasons: ['LEGAL_MINOR_ALONE'] } as const;
  expect(said(judged({ ...minor, reasons: [...minor.reasons] }))).toEqual([
    'reason.LEGAL_MINOR_ALONE',
    'law.refusal.detail',
  ]);
});

test('a suspended exit tells its group and whether the person was informed, though a list comes first', () => {
  const law: LawView = { ...LAW, outcome: 'not-permitted-to-exit', reasons: ['LEGAL_SUSPENDED_G4'] };
  const listed = { check: 'LOCAL_LISTS', severity: 'BLOCKING', reason: 'LIST_HIT_CERTAIN' } as const;
  const clearance = caseOf(CITIZEN, {}, { law, openPoints: [listed], direction: 'DEPARTURE' });
  const found = lawAttention(clearance);
  expect(found?.within).toEqual({
    reason: { id: 'reason.LEGAL_SUSPENDED_G4' },
    informed: { id: 'compare.notRecorded' },
  });
});

test('from the first tier with expulsion the head of unit decides, below it the counter does, and settled is settled', () => {
  expect(said(judged(OVERSTAY_LAW))).toEqual(['law.overstay', 'law.overstay.head']);
  expect(lawAttention(judged(OVERSTAY_LAW))?.detail.values).toEqual({ count: 37, from: 16 });
  expect(said(judged(SHORT_OVERSTAY_LAW))).toEqual(['law.overstay', 'law.overstay.here']);
  const settled = { file: 'O-1', state: 'SETTLED' } as const;
  expect(said(judged(OVERSTAY_LAW, { overstay: settled, openPoints: [] }))?.[0]).toBe('law.overstay.settled');
});

test('a wanting fact is named before a reason that only says it is wanting', () => {
  expect(lawAttention(judged(MISSING_LAW))?.within).toEqual({ fact: { id: 'law.missing.basis_evisa_gate' } });
  const noEntry = {
    ...LAW,
    outcome: 'refer',
    reasons: ['MOVE_NO_OPEN_ENTRY'],
    missingFacts: ['basis.stay.until'],
  } as const;
  expect(
    said(judged({ ...noEntry, reasons: [...noEntry.reasons], missingFacts: [...noEntry.missingFacts] }))?.[0],
  ).toBe('law.missing');
  const open: LawView = { ...LAW, outcome: 'refer', reasons: ['MOVE_OPEN_ENTRY_EXISTS'], missingFacts: ['companions'] };
  expect(said(judged(open))).toEqual(['reason.MOVE_OPEN_ENTRY_EXISTS', 'law.refer.facts']);
});

test('a stay is told with its last day and how it is counted, and only where the law clears', () => {
  expect(stayAttention(judged(EXEMPT_LAW))).toMatchObject({
    head: { id: 'law.until', values: { day: '05/01/2027', count: 45 } },
    detail: { id: 'law.until.counted' },
  });
  expect(stayAttention(judged({ ...EXEMPT_LAW, outcome: 'refer' }))).toBeNull();
  const later = EXEMPT_LAW.stay === null ? null : { ...EXEMPT_LAW.stay, entryDayCounts: false };
  expect(stayAttention(judged({ ...EXEMPT_LAW, stay: later }))?.detail.id).toBe('law.until.notCounted');
});

test('sentences within sentences become words', () => {
  const found = lawAttention(judged(NO_BASIS_LAW));
  const t: Translate = (id, values = {}) =>
    Object.entries(values).reduce((text, [gap, value]) => text.replace(`{${gap}}`, String(value)), vi[id]);
  expect(found === null ? [] : wordsOf(found, t)).toEqual([
    'Không tìm thấy căn cứ nhập cảnh',
    'Thị thực đã dùng hết số lần. 7 căn cứ còn lại không đáp ứng.',
  ]);
});
