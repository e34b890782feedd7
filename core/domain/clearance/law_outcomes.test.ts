import { describe, expect, it } from 'vitest';
import { allPassed, decide, fresh, lawSays, run, started } from '../../testing/clearance_states.ts';
import { MANDATORY_CHECKS } from './check.ts';
import type { ClearanceEvent } from './clearance.ts';
import { openness } from './decisions.ts';
import { step } from './step.ts';

describe('the law in the clearance machine', () => {
  it.each([
    ['propose-refusal', {}, 'NO_BASIS'],
    ['not-permitted-to-exit', {}, 'NOT_PERMITTED_TO_EXIT'],
    ['refer', { reasons: ['MOVE_OPEN_ENTRY_EXISTS' as const] }, 'LAW_REFERS'],
    ['refer', { missingFacts: ['document.expires'] }, 'FACTS_MISSING'],
  ] as const)('the law keeps Clear closed: %s', (outcome, more, why) => {
    const review = run(started(fresh()), ...allPassed, lawSays({ outcome, ...more }));
    expect(openness(review.clearance, 'CLEARED')).toMatchObject({ why: [why], check: 'ENTRY_CONDITIONS' });
    expect(step(review, decide('CLEARED')).taken).toBe(false);
    expect(openness(run(review, lawSays({ outcome: 'clear' })).clearance, 'CLEARED').open).toBe(true);
  });

  it('an overstay keeps Clear closed until its own file is settled', () => {
    const filed: ClearanceEvent = { type: 'OVERSTAY_FILED', file: 'O-1', daysOver: 3, by: '0412', at: 10 };
    const ended = (file: string, settled: boolean): ClearanceEvent => ({
      ...{ type: 'OVERSTAY_CLOSED', file, settled, by: '0200', at: 11 },
    });
    const sound = run(started(fresh()), ...allPassed, lawSays({ outcome: 'clear' }));
    expect(step(sound, filed).taken).toBe(false);
    const over = run(started(fresh()), ...allPassed, lawSays({ outcome: 'overstay-procedure', daysOver: 3 }));
    expect(openness(over.clearance, 'CLEARED').why).toEqual(['OVERSTAY_OPEN']);
    const open = run(over, filed);
    expect(step(open, filed).taken).toBe(false);
    expect(step(open, ended('O-2', true)).taken).toBe(false);
    expect(openness(open.clearance, 'CLEARED').why).toEqual(['OVERSTAY_OPEN']);
    const unpaid = run(open, ended('O-1', false));
    expect(openness(unpaid.clearance, 'CLEARED').why).toEqual(['OVERSTAY_OPEN']);
    expect(step(unpaid, ended('O-1', true)).taken).toBe(false);
    const settled = run(unpaid, { ...filed, file: 'O-2' }, ended('O-2', true));
    expect(settled.clearance).toMatchObject({ overstay: { file: 'O-2', state: 'SETTLED' } });
    expect(settled.clearance.checks.ENTRY_CONDITIONS).toMatchObject({ reason: 'LEGAL_OVERSTAY_SETTLED' });
    expect(openness(settled.clearance, 'CLEARED').open).toBe(true);
    // A stamp seen later makes it forty days: what was paid for three does not cover them.
    const longer = run(settled, lawSays({ outcome: 'overstay-procedure', daysOver: 40 }));
    expect(openness(longer.clearance, 'CLEARED').why).toEqual(['OVERSTAY_OPEN']);
    expect(step(longer, { ...filed, file: 'O-3', daysOver: 40 }).taken).toBe(true);
  });

  it('another posture changes what is mandatory while a case is open', () => {
    const without = allPassed.filter((event) => event.type === 'CHECK_FINISHED' && event.outcome.check !== 'FACE');
    const state = run(started(fresh()), ...without);
    expect(openness(state.clearance, 'CLEARED').open).toBe(true);
    const stricter = run(state, {
      type: 'POSTURE_RAISED',
      postures: ['ELEVATED'],
      mandatory: [...MANDATORY_CHECKS, 'FACE'],
      demands: [],
      at: 9,
    });
    expect(openness(stricter.clearance, 'CLEARED').why).toEqual(['CHECKS_RUNNING']);
  });
});
