import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from '../access/role.ts';
import type { OverstayExplained } from '../entry/explanation.ts';
import { type OverstayEvent, openOverstay, overstayStep } from './machine.ts';

const row = (tier: number, fineVndMillion: readonly [number, number], expulsionPossible: boolean) => ({
  ...{ tier, fromDays: 1, fromMonths: null, fineVndMillion, expulsionPossible },
});
const found = (grave: boolean) =>
  openOverstay(
    'A07-000001',
    {
      entered: null,
      entry: null,
      grantedDays: null,
      until: '2026-10-16',
      extendedFrom: null,
      departure: '2026-11-22',
      daysOver: grave ? 37 : 3,
      spans: [],
      tier: grave ? 3 : 1,
      tiers: [row(1, [0.5, 2], false), row(3, [10, 15], true)],
      decree: null,
    } as OverstayExplained,
    { by: '0412', at: 0 },
  );
const done = {
  by: fc.record({ number: fc.constantFrom('0412', '0301'), roles: fc.subarray([...ROLES], { minLength: 1 }) }),
  at: fc.nat(9),
};
const maybe = (text: string) => fc.constantFrom(null, text);
const event: fc.Arbitrary<OverstayEvent> = fc.oneof(
  fc.record({
    type: fc.constant('MEASURE' as const),
    tier: fc.constantFrom(1, 3),
    fineVnd: fc.constantFrom(400_000, 1_000_000, 12_000_000, 20_000_000),
    mitigating: maybe('m'),
    expulsionToDepartment: fc.boolean(),
    ...done,
  }),
  fc.record({
    type: fc.constant('MINUTES' as const),
    signed: fc.constantFrom('SIGNED' as const, 'REFUSED_TO_SIGN' as const),
    witness: maybe('w'),
    ...done,
  }),
  fc.record({ type: fc.constant('PAYMENT' as const), receipt: maybe('BL-1'), reason: maybe('r'), ...done }),
  fc.record({ type: fc.constant('CLOSE' as const), ...done }),
);
const ending = fc.record({
  type: fc.constant('END' as const),
  reason: fc.constant('đã quay lại'),
  here: fc.boolean(),
  ...done,
});

function holdsOfMeasure(one: Extract<OverstayEvent, { type: 'MEASURE' }>, grave: boolean): void {
  const roles: readonly string[] = one.by.roles;
  expect(one.by.number).not.toBe('0412');
  expect(roles.includes('head-of-unit') || (!grave && roles.includes('supervisor'))).toBe(true);
  expect([one.tier, one.fineVnd]).toEqual(grave ? [3, 12_000_000] : [1, 1_000_000]);
  expect(one.expulsionToDepartment && !grave).toBe(false);
}

test('no path closes an overstay without a decider of the right permission, minutes and a word on the payment', () => {
  let closed = 0;
  void fc.assert(
    fc.property(fc.boolean(), fc.array(event, { minLength: 60, maxLength: 120 }), (grave, events) => {
      let file = found(grave);
      for (const one of events) {
        const next = overstayStep(file, one);
        if (!next.ok) continue;
        if (one.type === 'MEASURE') holdsOfMeasure(one, grave);
        expect(file.closed).toBeNull();
        file = next.value;
      }
      if (file.minutes !== null) expect(file.measure).not.toBeNull();
      if (file.payment !== null) expect(file.minutes).not.toBeNull();
      if (file.minutes?.signed === 'REFUSED_TO_SIGN') expect(file.minutes.witness).not.toBeNull();
      if (file.closed === null) return;
      closed += 1;
      expect(file.stage).toBe(file.payment?.receipt == null ? 'NOT_SETTLED' : 'SETTLED');
    }),
    { numRuns: 1000 },
  );
  expect(closed).toBeGreaterThan(0);
});

test('a procedure that leads nowhere is ended by who would decide it, never while the person stands here or has paid', () => {
  let ended = 0;
  let paid = 0;
  void fc.assert(
    fc.property(fc.boolean(), fc.array(event, { minLength: 10, maxLength: 40 }), ending, (grave, events, end) => {
      const file = events.reduce((at, one) => {
        const next = overstayStep(at, one);
        return next.ok ? next.value : at;
      }, found(grave));
      const next = overstayStep(file, end);
      if (file.stage === 'PAID') paid += 1;
      if (!next.ok) return;
      ended += 1;
      expect(file.stage).not.toBe('PAID');
      expect(file.closed).toBeNull();
      expect([end.here, end.by.number]).toEqual([false, '0301']);
      const roles: readonly string[] = end.by.roles;
      expect(roles.includes('head-of-unit') || (!grave && roles.includes('supervisor'))).toBe(true);
      const { measure, minutes, payment } = file;
      expect(next.value).toMatchObject({ stage: 'ENDED', ended: 'đã quay lại', measure, minutes, payment });
      expect(overstayStep(next.value, { type: 'CLOSE', by: end.by, at: 9 })).toMatchObject({ error: 'OUT_OF_ORDER' });
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(ended, paid)).toBeGreaterThan(0);
});
