import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allPassed, decide, document, fresh, hit, passed, run, said, started } from '../../testing/clearance_states.ts';
import { CHECK_IDS, MANDATORY_CHECKS } from './check.ts';
import type { ClearanceEvent, RecordedHit } from './clearance.ts';
import { openness } from './decisions.ts';
import { type ClearanceState, isOver, step, takenUp } from './step.ts';

describe('the clearance machine', () => {
  it('goes from reading to review when the last check is final, and clears', () => {
    const checking = started(fresh());
    expect(checking.phase).toBe('CHECKING');
    const review = run(checking, ...allPassed);
    expect(review.phase).toBe('REVIEW');
    expect(review.clearance.finishedAt).toBe(9);
    expect(step(review, decide('CLEARED')).state.phase).toBe('CLEARED');
  });

  it.each(MANDATORY_CHECKS)('keeps Clear closed while %s has no final result', (missing) => {
    const state = run(
      started(fresh()),
      ...CHECK_IDS.filter((check) => check !== missing).map((check) => passed(check)),
    );
    expect(openness(state.clearance, 'CLEARED')).toMatchObject({ open: false, why: ['CHECKS_RUNNING'], remaining: 1 });
    expect(step(state, decide('CLEARED'))).toEqual({ state, taken: false, runChecks: false });
  });

  it('keeps Clear closed on a failed check and names it, and lets refer and abandon through', () => {
    const expired = passed('VALIDITY', { result: 'FAILED', reason: 'DOC_EXPIRED', severity: 'BLOCKING' });
    const state = run(
      started(fresh()),
      ...allPassed.filter((event) => event.type === 'CHECK_FINISHED' && event.outcome.check !== 'VALIDITY'),
      expired,
    );
    expect(openness(state.clearance, 'CLEARED')).toMatchObject({
      open: false,
      why: ['CHECK_FAILED'],
      check: 'VALIDITY',
    });
    expect(step(state, decide('CLEARED')).taken).toBe(false);
    expect(step(state, decide('REFERRED')).state.phase).toBe('REFERRED');
    expect(step(state, decide('ABANDONED')).state.phase).toBe('ABANDONED');
  });

  it('asks for every hit to be answered; "different" only with two strong fields that differ', () => {
    const lists: ClearanceEvent = {
      type: 'LISTS_ANSWERED',
      hits: [hit(1, 'a/1'), hit(2, 'b/2')],
      discreet: [],
      lists: [],
    };
    const review = run(started(fresh()), lists, ...allPassed);
    expect(openness(review.clearance, 'CLEARED').why).toContain('COMPARE_HITS');
    const different = (name: string): ClearanceEvent => ({
      type: 'HIT_ANSWERED',
      name,
      answer: 'DIFFERENT',
      ...said,
      at: 10,
    });
    expect(step(review, different('a/1')).taken).toBe(false);
    const one = run(review, different('b/2'));
    expect(openness(one.clearance, 'CLEARED').open).toBe(false);
    const same = run(one, { type: 'HIT_ANSWERED', name: 'a/1', answer: 'SAME', ...said, at: 11 });
    expect(same.clearance.checks.LOCAL_LISTS).toMatchObject({ result: 'FAILED', severity: 'BLOCKING' });
    expect(openness(same.clearance, 'CLEARED').why).toEqual(['HIT_SAME_PERSON']);
  });

  it('opens Clear once every hit is answered away, and the line says excluded', () => {
    const lists: ClearanceEvent = { type: 'LISTS_ANSWERED', hits: [hit(2)], discreet: [], lists: [] };
    const answer: ClearanceEvent = {
      type: 'HIT_ANSWERED',
      name: 'wanted/W-1',
      answer: 'DIFFERENT',
      ...said,
      at: 10,
    };
    const state = run(started(fresh()), lists, ...allPassed, answer);
    expect(state.clearance.checks.LOCAL_LISTS).toMatchObject({ result: 'PASSED', reason: 'LIST_EXCLUDED' });
    expect(openness(state.clearance, 'CLEARED').open).toBe(true);
  });

  it('a discreet hit changes nothing that decides or shows', () => {
    const quiet: ClearanceEvent = { type: 'LISTS_ANSWERED', hits: [], discreet: [hit(0)], lists: [] };
    const none: ClearanceEvent = { type: 'LISTS_ANSWERED', hits: [], discreet: [], lists: [] };
    const withHit = run(started(fresh()), quiet, ...allPassed).clearance;
    const without = run(started(fresh()), none, ...allPassed).clearance;
    expect({ ...withHit, discreet: [] }).toEqual(without);
    expect(openness(withHit, 'CLEARED')).toEqual(openness(without, 'CLEARED'));
  });

  it('refusal is never proposed for a citizen, nor at departure', () => {
    const citizen = run(started(fresh({ citizen: true })), ...allPassed);
    expect(openness(citizen.clearance, 'REFUSAL_PROPOSED')).toMatchObject({ open: false, why: ['NOT_FOR_CITIZENS'] });
    const leaving = run(started(fresh({}, 'DEPARTURE')), ...allPassed);
    expect(openness(leaving.clearance, 'REFUSAL_PROPOSED')).toMatchObject({ open: false, why: ['NOT_AT_DEPARTURE'] });
    const foreigner = run(started(fresh()), ...allPassed);
    expect(step(foreigner, decide('REFUSAL_PROPOSED')).state.phase).toBe('REFUSAL_PROPOSED');
  });

  it('a second reading throws old results and late answers away', () => {
    const review = run(
      started(fresh()),
      { type: 'LISTS_ANSWERED', hits: [hit(2)], discreet: [], lists: [] },
      ...allPassed,
    );
    const again = step(review, { type: 'DOCUMENT_READ_AGAIN', document, at: 20 });
    expect(again.runChecks).toBe(true);
    expect(again.state.phase).toBe('CHECKING');
    expect(again.state.clearance).toMatchObject({ readings: 2, hits: [], finishedAt: null });
  });

  it('comes back after a crash: unfinished checks run again, a finished review stands', () => {
    const half = run(started(fresh()), passed('VALIDITY'));
    const stored = JSON.parse(JSON.stringify(half)) as ClearanceState;
    const resumed = step(stored, { type: 'RESUME', at: 30 });
    expect(resumed).toMatchObject({ runChecks: true, state: { phase: 'CHECKING', clearance: { resumed: true } } });
    const review = JSON.parse(JSON.stringify(run(started(fresh()), ...allPassed))) as ClearanceState;
    const stands = step(review, { type: 'RESUME', at: 30 });
    expect(stands).toMatchObject({ runChecks: false, state: { phase: 'REVIEW' } });
    expect(stands.state.clearance.checks).toEqual(review.clearance.checks);
  });

  it('a case stored before entries had exclusions begins its checks anew, its notes kept', () => {
    const { listLine: _, ...before } = run(started(fresh()), ...allPassed, {
      type: 'NOTE',
      text: 'x',
      at: 3,
      by: '0412',
    }).clearance;
    const stored = { phase: 'REVIEW', clearance: before } as unknown as ClearanceState;
    const resumed = step(takenUp(stored), { type: 'RESUME', at: 30 });
    expect(resumed).toMatchObject({ taken: true, runChecks: true, state: { phase: 'CHECKING' } });
    expect(resumed.state.clearance).toMatchObject({ resumed: true, hits: [], notes: [{ text: 'x' }] });
    const present = run(started(fresh()), ...allPassed);
    expect(takenUp(present)).toBe(present);
  });

  it('an entry told apart earlier asks nothing until it is taken back; an expired list stays what it is', () => {
    const earlier = {
      id: 'x',
      decidedAt: 1,
      decidedBy: '0412',
      confirmedBy: null,
      lastDay: '2027-01-01',
      undone: null,
    };
    const remembered: RecordedHit = { ...hit(2), exclusion: { ...earlier, standing: 'HOLDS' } };
    const lists: ClearanceEvent = { type: 'LISTS_ANSWERED', hits: [remembered], discreet: [], lists: [] };
    const quiet = run(started(fresh()), lists, ...allPassed);
    expect(quiet.clearance.checks.LOCAL_LISTS).toMatchObject({ result: 'PASSED', reason: 'LIST_EXCLUDED_EARLIER' });
    expect(openness(quiet.clearance, 'CLEARED').open).toBe(true);
    const answer: ClearanceEvent = { type: 'HIT_ANSWERED', name: 'wanted/W-1', answer: 'SAME', ...said, at: 10 };
    expect(step(quiet, answer).taken).toBe(false);
    const undo: ClearanceEvent = { type: 'EXCLUSION_UNDONE', name: 'wanted/W-1', by: '1', at: 1, reason: 'OTHER' };
    const asked = run(quiet, undo);
    expect(openness(asked.clearance, 'CLEARED').why).toEqual(['COMPARE_HITS']);
    expect(step(asked, undo).taken).toBe(false);
    const expired = passed('LOCAL_LISTS', { result: 'UNDETERMINED', reason: 'LIST_COPY_EXPIRED' });
    const others = CHECK_IDS.filter((check) => check !== 'LOCAL_LISTS').map((check) => passed(check));
    const old = run(started(fresh()), lists, expired, ...others);
    expect(openness(old.clearance, 'CLEARED').why).toEqual(['CHECK_UNDETERMINED']);
    const different: ClearanceEvent = { ...answer, answer: 'DIFFERENT' };
    expect(openness(run(old, undo, different).clearance, 'CLEARED').why).toEqual(['CHECK_UNDETERMINED']);
  });

  it('whatever order events come in: nothing is cleared with an open point, and what is over stays over', () => {
    const anyEvent = fc.oneof(
      fc.constantFrom<ClearanceEvent>(
        { type: 'START_CHECKS', at: 1 },
        { type: 'RESUME', at: 2 },
        { type: 'NOTE', text: 'x', at: 3, by: '0412' },
        { type: 'DOCUMENT_READ_AGAIN', document, at: 4 },
        { type: 'LISTS_ANSWERED', hits: [hit(1)], discreet: [], lists: [] },
        { type: 'HIT_ANSWERED', name: 'wanted/W-1', answer: 'SAME', ...said, at: 5 },
        { type: 'HIT_ANSWERED', name: 'wanted/W-1', answer: 'DIFFERENT', ...said, at: 5 },
        decide('CLEARED'),
        decide('REFERRED'),
        decide('REFUSAL_PROPOSED'),
        decide('ABANDONED'),
      ),
      fc
        .tuple(
          fc.constantFrom(...CHECK_IDS),
          fc.constantFrom('PASSED' as const, 'FAILED' as const, 'UNDETERMINED' as const),
        )
        .map(([check, result]) => passed(check, { result })),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = fresh();
        for (const event of events) {
          const next = step(state, event);
          if (isOver(state.phase)) expect(next).toEqual({ state, taken: false, runChecks: false });
          if (next.state.phase === 'CLEARED' && state.phase !== 'CLEARED') {
            expect(openness(state.clearance, 'CLEARED').open).toBe(true);
            for (const check of MANDATORY_CHECKS)
              expect(state.clearance.checks[check]).toMatchObject({ result: 'PASSED' });
          }
          state = next.state;
        }
      }),
    );
  });
});
