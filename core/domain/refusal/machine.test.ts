import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from '../access/role.ts';
import { REFUSAL_ANSWERS, type RefusalFile } from './file.ts';
import { type RefusalEvent, refusalStep } from './machine.ts';

const proposed = (decider: RefusalFile['decider']): RefusalFile => ({
  stage: 'PROPOSED',
  recordNumber: 'A07-000001',
  ground: 1,
  decider,
  legalBasis: [],
  found: 'x',
  evidence: [],
  carrier: null,
  returnFlight: null,
  proposed: { by: '0412', at: 0 },
  decided: null,
  carrierTold: null,
  reversed: null,
  forms: [],
});
const done = {
  by: fc.record({
    number: fc.constantFrom('0412', '0413', '0200'),
    roles: fc.subarray([...ROLES], { minLength: 1 }),
  }),
  at: fc.nat(9),
};
const reason = fc.constant('r');
const event: fc.Arbitrary<RefusalEvent> = fc.oneof(
  fc.record({
    type: fc.constant('DECIDE' as const),
    answer: fc.constantFrom(...REFUSAL_ANSWERS),
    reason,
    order: fc.option(fc.constant({ number: '12', date: '2026-11-01' }), { nil: null }),
    ...done,
  }),
  fc.record({ type: fc.constant('CARRIER_TOLD' as const), to: reason, ...done }),
  fc.record({ type: fc.constant('REVERSE' as const), reason, ...done }),
);

test('whatever is tried, a refusal bears a head of unit who did not propose it, and the order of a minister who decides', () => {
  let refused = 0;
  void fc.assert(
    fc.property(
      fc.constantFrom('HEAD_OF_UNIT' as const, 'MINISTER_HEALTH' as const),
      fc.array(event, { maxLength: 12 }),
      (decider, events) => {
        let file = proposed(decider);
        for (const one of events) {
          const next = refusalStep(file, one);
          if (!next.ok) continue;
          if (one.type === 'DECIDE' || one.type === 'REVERSE') expect(one.by.number).not.toBe('0412');
          if (one.type === 'DECIDE' || one.type === 'REVERSE') expect(one.by.roles).toContain('head-of-unit');
          file = next.value;
        }
        expect(file.stage === 'PROPOSED').toBe(file.decided === null);
        expect(file.proposed).toEqual({ by: '0412', at: 0 });
        if (file.stage !== 'REFUSED' && file.stage !== 'REVERSED') return;
        refused += 1;
        expect(file.decided?.answer).toBe('REFUSE');
        if (decider !== 'HEAD_OF_UNIT') expect(file.decided?.order).not.toBeNull();
      },
    ),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(0);
});
