import { expect, test } from 'vitest';
import type { CheckOutcome } from './check.ts';
import type { Clearance, HitAnswer, RecordedHit } from './clearance.ts';
import { withListLine } from './list_outcomes.ts';

const LINE: CheckOutcome = {
  check: 'LOST_REVOKED',
  result: 'UNDETERMINED',
  reason: 'DOC_NUMBER_SIMILAR',
  severity: 'TO_RESOLVE',
  source: 'LOCAL',
  dataVersion: 'LOST@1',
  durationMs: 1,
};

function similar(answer: HitAnswer | null): RecordedHit {
  return {
    hit: {
      entry: { id: 'L1', names: [], documents: [{ number: 'B1234567', issuer: 'VNM', status: 'LOST' }] },
      list: 'LOST',
      listKind: 'LOST_STOLEN',
      listVersion: '1',
      matchClass: 'POSSIBLE',
      score: 65,
      threshold: 65,
      why: [{ code: 'DOCUMENT_SIMILAR', points: 65 }],
    },
    name: 'LOST/L1',
    listAsOf: 0,
    entryDigest: 'd',
    strongDifferences: 0,
    exclusion: null,
    answer,
    answeredBy: answer && '0412',
    confirmedBy: null,
  };
}

/** Both lines of the lists, after these answers were given one after the other. */
function lines(line: CheckOutcome, ...answers: readonly (HitAnswer | null)[]) {
  const listLine = { ...LINE, check: 'LOCAL_LISTS', result: 'PASSED', reason: null, severity: 'NONE' } as const;
  let checks = { LOST_REVOKED: line, LOCAL_LISTS: listLine } as unknown as Clearance['checks'];
  for (const answer of answers) {
    checks = withListLine({ checks, listLine, hits: [similar(answer)] } as unknown as Clearance);
  }
  const of = (outcome: Clearance['checks']['LOST_REVOKED']) =>
    typeof outcome === 'string' ? outcome : `${outcome.result} ${outcome.reason} ${outcome.severity}`;
  return [of(checks.LOST_REVOKED), of(checks.LOCAL_LISTS)];
}

const PERSONS = 'PASSED null NONE';

test('a similar document number is resolved by the answer of an officer, as often as it is changed', () => {
  expect(lines(LINE, null)).toEqual(['UNDETERMINED DOC_NUMBER_SIMILAR TO_RESOLVE', PERSONS]);
  expect(lines(LINE, 'DIFFERENT')).toEqual(['PASSED LIST_EXCLUDED INFORMATION', PERSONS]);
  expect(lines(LINE, 'DIFFERENT', 'SAME')).toEqual(['FAILED LIST_HIT_POSSIBLE BLOCKING', PERSONS]);
  expect(lines(LINE, 'SAME', 'CANNOT_DECIDE')).toEqual(['UNDETERMINED DOC_NUMBER_SIMILAR TO_RESOLVE', PERSONS]);
  expect(lines(LINE, 'SAME', 'DIFFERENT')).toEqual(['PASSED LIST_EXCLUDED INFORMATION', PERSONS]);
});

test('what a list says of this very document no answer changes, nor that lists are too old', () => {
  const listed = { ...LINE, result: 'FAILED', reason: 'DOC_REVOKED', severity: 'BLOCKING' } as const;
  expect(lines(listed, 'DIFFERENT')).toEqual(['FAILED DOC_REVOKED BLOCKING', PERSONS]);
  const expired = { ...LINE, reason: 'LIST_COPY_EXPIRED' } as const;
  expect(lines(expired, 'DIFFERENT')).toEqual(['UNDETERMINED LIST_COPY_EXPIRED TO_RESOLVE', PERSONS]);
});
