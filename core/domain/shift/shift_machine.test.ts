import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HandOverItem, ITEM_KINDS, type ShiftFile } from './shift_file.ts';
import { mustHaveOwner, type ShiftEvent, step, whyNotSigned } from './shift_machine.ts';
import { shiftReport } from './shift_report.ts';

const COUNTERS = { stampsFrom: 'A001', stampsTo: 'A100', forms: 20, seals: 5, receipts: 0 };
const FILE: ShiftFile = {
  officer: '0412',
  displayName: 'Trần Thị Mẫu',
  shift: '1',
  startedAt: 0,
  counters: COUNTERS,
  handOver: null,
  ended: null,
};
const item = (kind: HandOverItem['kind'], state = 'OPEN'): HandOverItem => ({
  id: `${kind}/1`,
  kind,
  subject: '1',
  state,
  owner: null,
  since: 0,
});
const begin = (items: readonly HandOverItem[]): ShiftEvent => ({
  type: 'BEGIN_HAND_OVER',
  items,
  instructions: '',
  counters: COUNTERS,
  by: '0412',
  at: 1,
});
const answer = (id: string, accepted = true, reason = ''): ShiftEvent => ({
  type: 'ANSWER_ITEM',
  item: id,
  accepted,
  reason,
  by: '0412',
  at: 2,
});
const sign = (items: readonly HandOverItem[], to = '0413'): ShiftEvent => ({
  type: 'SIGN',
  to,
  items,
  by: '0412',
  at: 3,
});

function reached(...events: readonly ShiftEvent[]): ShiftFile {
  return events.reduce((before, event) => {
    const next = step(before, event);
    if (!next.ok) throw new Error(`${event.type}: ${next.error}`);
    return next.value;
  }, FILE);
}
const refusal = (file: ShiftFile, event: ShiftEvent) => {
  const next = step(file, event);
  return next.ok ? null : next.error;
};

describe('a hand-over', () => {
  const DEVICE = item('DEVICE', 'lost');
  const CASE = item('SECOND_LINE', 'QUEUED');

  test('is signed when every item is answered, and passes the counters as they were handed over', () => {
    const asked = reached(begin([DEVICE, CASE]));
    expect(refusal(asked, sign([DEVICE, CASE]))).toBe('ITEMS_OPEN');
    const answered = reached(begin([DEVICE, CASE]), answer(DEVICE.id, false, 'sửa sau'), answer(CASE.id));
    expect(refusal(answered, sign([DEVICE, CASE], '0412'))).toBe('SAME_OFFICER');
    const signed = step(answered, sign([DEVICE, CASE]));
    expect(signed.ok && signed.value.ended).toEqual({ at: 3, kind: 'HANDED_OVER', to: '0413', counters: COUNTERS });
  });

  test('leaves no matter of a person without an owner', () => {
    const refused = reached(begin([CASE]), answer(CASE.id, false, 'không rõ'));
    expect(refusal(refused, sign([CASE]))).toBe('CASE_REFUSED_BY_NEXT');
    // Once the case has ended, nobody needs to own it.
    expect(refusal(refused, sign([]))).toBeNull();
    expect(refusal(FILE, { type: 'CLOSE', items: [CASE], counters: COUNTERS, by: '0412', at: 9 })).toBe('CASES_OPEN');
  });

  test('asks anew for what came or changed meanwhile; answers to the rest stay', () => {
    const answered = reached(begin([CASE, DEVICE]), answer(CASE.id), answer(DEVICE.id));
    const taken = { ...CASE, state: 'TAKEN', owner: '0377' };
    expect(refusal(answered, sign([taken, DEVICE]))).toBe('ITEMS_CHANGED');
    const again = reached(begin([CASE, DEVICE]), answer(CASE.id), answer(DEVICE.id), begin([taken, DEVICE]));
    expect(again.handOver?.answers.map((one) => one.item)).toEqual([DEVICE.id]);
  });

  test('is refused with a reason only, and moved by who goes alone', () => {
    const asked = reached(begin([DEVICE]));
    expect(refusal(asked, answer(DEVICE.id, false, ' '))).toBe('REASON_NEEDED');
    expect(refusal(asked, answer('none'))).toBe('NO_SUCH_ITEM');
    expect(refusal(asked, { ...answer(DEVICE.id), by: '0413' } as ShiftEvent)).toBe('NOT_YOURS');
    expect(refusal(FILE, sign([]))).toBe('NO_HAND_OVER');
  });
});

const anyItem = fc
  .record({ kind: fc.constantFrom(...ITEM_KINDS), state: fc.constantFrom('OPEN', 'TAKEN') })
  .map(({ kind, state }) => item(kind, state));
const anyItems = fc.uniqueArray(anyItem, { maxLength: 5, selector: ({ id }) => id });
const anyEvent: fc.Arbitrary<ShiftEvent> = fc.oneof(
  anyItems.map(begin),
  fc
    .record({ kind: fc.constantFrom(...ITEM_KINDS), accepted: fc.boolean(), reason: fc.constantFrom('', 'r') })
    .map(({ kind, accepted, reason }) => answer(`${kind}/1`, accepted, reason)),
  fc.record({ items: anyItems, to: fc.constantFrom('0412', '0413') }).map(({ items, to }) => sign(items, to)),
  anyItems.map((items): ShiftEvent => ({ type: 'CLOSE', items, counters: COUNTERS, by: '0412', at: 4 })),
  fc.constant<ShiftEvent>({ type: 'CANCEL_HAND_OVER', by: '0412', at: 5 }),
);

test('whatever happens, a shift ends once, and never beside an open matter that nobody took', () => {
  void fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
      let file = FILE;
      let ends = 0;
      for (const event of events) {
        const why = event.type === 'SIGN' ? whyNotSigned(file, event.items) : null;
        const next = step(file, event);
        if (!next.ok) continue;
        expect(why).toBeNull();
        if (event.type === 'SIGN' || event.type === 'CLOSE') {
          ends += 1;
          for (const open of event.items.filter(mustHaveOwner)) {
            expect(file.handOver?.answers.find((one) => one.item === open.id)?.accepted).toBe(true);
          }
        }
        file = next.value;
      }
      expect(ends).toBe(file.ended === null ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

const decided = fc.record({
  direction: fc.constantFrom('ARRIVAL' as const, 'DEPARTURE' as const),
  outcome: fc.constantFrom('CLEARED' as const, 'REFERRED' as const, 'REFUSAL_PROPOSED' as const, 'ABANDONED' as const),
  citizen: fc.boolean(),
  seconds: fc.integer({ min: 0, max: 900 }),
  overrides: fc.integer({ min: 0, max: 2 }),
  toldApart: fc.integer({ min: 0, max: 2 }),
});
const BESIDE = { truths: ['TRUE', 'FALSE', 'UNDECIDED'] as const, refusals: 1, incidents: 2, downtimeMs: 90_000 };

test('the report counts every decision once, and 95 of 100 lie at or below its mark', () => {
  void fc.assert(
    fc.property(fc.array(decided, { maxLength: 120 }), (all) => {
      const report = shiftReport(all, BESIDE);
      const counted = report.counts.reduce((sum, one) => sum + one.citizens + one.foreigners, 0);
      expect(counted).toBe(all.length);
      const p95 = report.p95Seconds;
      expect(p95 === null).toBe(all.length === 0);
      if (p95 !== null) {
        const below = all.filter(({ seconds }) => seconds <= p95).length;
        expect(below / all.length).toBeGreaterThanOrEqual(0.95);
        expect(all.some(({ seconds }) => seconds === p95)).toBe(true);
      }
    }),
  );
  expect(shiftReport([], BESIDE)).toMatchObject({
    hitsTrue: 1,
    hitsFalse: 1,
    refusals: 1,
    incidents: 2,
    downtimeMinutes: 2,
  });
});
