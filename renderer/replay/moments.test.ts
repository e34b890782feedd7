import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReplayMoment } from '../../contract/replay_view.ts';
import { CHECK_IDS } from '../../core/domain/clearance/check.ts';
import { checksAt, marksOf } from './moments.ts';

const moment = (seq: number, more: Partial<ReplayMoment>): ReplayMoment => ({
  seq,
  wall: seq,
  at: seq * 100,
  event: 'CHECK_FINISHED',
  actor: 'system',
  hash: '',
  previousHash: '',
  afterwards: false,
  check: null,
  resetsChecks: false,
  says: '{}',
  ...more,
});

const finished = (seq: number, check: (typeof CHECK_IDS)[number], result: 'PASSED' | 'FAILED') =>
  moment(seq, { check: { check, result, reason: null, source: 'LOCAL', dataVersion: null, durationMs: 1 } });

test('a check is known from its entry on, and begins anew with a second reading', () => {
  const moments = [
    moment(1, { event: 'CHECKS_STARTED', resetsChecks: true }),
    finished(2, 'VALIDITY', 'FAILED'),
    moment(3, { event: 'CHECKS_STARTED', resetsChecks: true }),
    finished(4, 'VALIDITY', 'PASSED'),
  ];
  const validity = (place: number) => checksAt(moments, place).find(({ check }) => check === 'VALIDITY');
  expect(validity(0)).toMatchObject({ known: null, comes: { seq: 2 } });
  expect(validity(1)).toMatchObject({ known: { seq: 2 }, comes: null });
  expect(validity(2)).toMatchObject({ known: null, comes: { seq: 4 } });
  expect(validity(3)).toMatchObject({ known: { seq: 4 } });
});

test('nothing is ever known before its entry, and all sixteen keep their places', () => {
  const some = fc.array(
    fc.oneof(
      fc.constant(moment(0, { resetsChecks: true })),
      fc.constantFrom(...CHECK_IDS).map((check) => finished(0, check, 'PASSED')),
    ),
  );
  fc.assert(
    fc.property(some, fc.nat(60), (drawn, at) => {
      const moments = drawn.map((one, seq) => ({ ...one, seq }));
      const place = Math.min(at, moments.length - 1);
      const then = checksAt(moments, place);
      expect(then.map(({ check }) => check)).toEqual(CHECK_IDS);
      for (const { known, comes } of then) {
        expect(known === null || known.seq <= place).toBe(true);
        expect(comes === null || comes.seq > place).toBe(true);
      }
    }),
  );
});

test('names of the time line never stand upon each other', () => {
  const events = ['DOCUMENT_READ', 'LIST_CONSULTED', 'FACTS_KNOWN', 'LAW_ANSWERED', 'CLEARED'];
  const some = fc.array(fc.record({ event: fc.constantFrom(...events), at: fc.nat(1000) }));
  fc.assert(
    fc.property(some, (drawn) => {
      const moments = [...drawn].sort((a, b) => a.at - b.at).map((one, seq) => moment(seq, one));
      for (const row of marksOf({ openedAt: 0, closedAt: 1000, moments }))
        row.forEach((mark, place) => {
          const before = row[place - 1];
          expect(before === undefined || mark.share - before.share > 0.14).toBe(true);
        });
    }),
  );
});
