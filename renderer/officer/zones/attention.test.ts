import { expect, test } from 'vitest';
import type { ClearanceView, LaneView } from '../../../contract/lane_view.ts';
import { DEVICES, NOW, OLD_LISTS, READER_LOST, REST } from '../../examples/base_views.ts';
import { CITIZEN, caseOf, failedCase } from '../../examples/cases.ts';
import { ONE_HIT } from '../../examples/compared.ts';
import { attentionOf } from './attention.ts';

const said = (changed: Partial<LaneView>) => {
  const { glyph, head } = attentionOf({ ...REST, ...changed });
  return [glyph, head.id];
};
const NOTICE = { code: 'NO_READ', at: NOW } as const;
const LAST = { recordNumber: 'A07-000412', outcome: 'REFERRED', at: NOW, seconds: 24, journalSeq: 7 } as const;
const CLEAR = caseOf(CITIZEN);
const RUNNING = caseOf(CITIZEN, { LOCAL_LISTS: { state: 'RUNNING' }, LOST_REVOKED: { state: 'WAITING' } });
const EXPIRED = failedCase(CITIZEN, 'VALIDITY', 'DOC_EXPIRED');
const OFFLINE = { connection: { state: 'OFFLINE', since: NOW } } as const;

test('at rest the most severe comes first: reader, notice, no list, last decision, expired list, ready', () => {
  const all = { devices: READER_LOST, notice: NOTICE, lists: [], lastDecision: LAST };
  expect(said(all)).toEqual(['blocking', 'attention.reader']);
  expect(said({ ...all, devices: DEVICES })).toEqual(['to-resolve', 'notice.NO_READ']);
  expect(said({ ...all, devices: DEVICES, notice: null })).toEqual(['to-resolve', 'notice.LISTS_MISSING']);
  expect(said({ lastDecision: LAST })).toEqual(['not-performed', 'recorded.REFERRED']);
  expect(said({ lists: OLD_LISTS })).toEqual(['to-resolve', 'reason.LIST_COPY_EXPIRED']);
  expect(said({})).toEqual(['not-performed', 'attention.ready']);
});

test('a booth that cannot write stops the lane', () => {
  expect(said({ notice: { code: 'STORE_FAILED', at: NOW } })).toEqual(['blocking', 'notice.STORE_FAILED']);
});

test('a reader that is being opened is no fault', () => {
  const opening = DEVICES.map((device) => ({ ...device, state: 'opening' as const }));
  expect(said({ devices: opening })).toEqual(['running', 'attention.reader']);
});

test('in a case: running checks, then comparisons, then open points, then the network, then nothing', () => {
  const compareWhileRunning: ClearanceView = { ...RUNNING, hits: ONE_HIT.hits };
  expect(said({ clearance: compareWhileRunning })).toEqual(['running', 'attention.running']);
  expect(said({ clearance: { ...EXPIRED, hits: ONE_HIT.hits } })).toEqual(['to-resolve', 'attention.compare']);
  expect(said({ clearance: EXPIRED, ...OFFLINE })).toEqual(['blocking', 'reason.DOC_EXPIRED']);
  expect(said({ clearance: CLEAR, ...OFFLINE })).toEqual(['to-resolve', 'attention.offline']);
  expect(said({ clearance: CLEAR })).toEqual(['passed', 'attention.nothing']);
});

test('it counts what is left and what has passed', () => {
  expect(attentionOf({ ...REST, clearance: RUNNING }).head.values).toEqual({ count: 2 });
  expect(attentionOf({ ...REST, clearance: CLEAR }).detail.values).toEqual({ performed: 4, missing: 12 });
  const points = [...EXPIRED.openPoints, { check: 'LOCAL_LISTS', severity: 'TO_RESOLVE', reason: null } as const];
  expect(attentionOf({ ...REST, clearance: { ...EXPIRED, openPoints: points } }).detail).toEqual({
    id: 'attention.oneOf',
    values: { count: 2 },
  });
});

test('information alone asks nothing of the officer', () => {
  const informed: ClearanceView = {
    ...CLEAR,
    openPoints: [{ check: 'LOCAL_LISTS', severity: 'INFORMATION', reason: 'LIST_COPY_AGED' }],
  };
  expect(said({ clearance: informed })).toEqual(['passed', 'attention.nothing']);
});
